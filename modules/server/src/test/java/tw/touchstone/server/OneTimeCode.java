package tw.touchstone.server;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The authenticator app of somebody in a test; written apart from ours, after RFC 6238.
public final class OneTimeCode {

    private OneTimeCode() {}

    /// What the app shows now.
    public static String now(String base32) {
        return at(base32, Instant.now());
    }

    static String at(String base32, Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(base32), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var bits = BigInteger.ONE;
        for (int at = 0; at < base32.length(); at++) {
            bits = bits.shiftLeft(5)
                    .or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(at))));
        }
        var bytes = bits.toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
