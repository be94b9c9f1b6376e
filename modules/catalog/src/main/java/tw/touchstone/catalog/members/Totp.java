package tw.touchstone.catalog.members;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change every thirty seconds, as authenticator apps show them. (RFC 6238 over RFC 4226)
final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    /// Clocks may be off by one step either way. (RFC 6238, section 5.2)
    private static final int TOLERANCE = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// The step a moment lies in.
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /// The code of a step.
    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // Dynamic truncation, RFC 4226 section 5.3: the last four bits say where the number begins.
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            var text = String.valueOf(number % Math.powExact(10L, digits));
            return "0".repeat(digits - text.length()) + text;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The step whose code this is, around now and after the last one that was used; empty where it is none.
    static OptionalLong match(byte[] secret, String code, Instant now, long lastUsed) {
        long present = step(now);
        for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
            if (step > lastUsed && code(secret, step, DIGITS).equals(code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /// A secret as people type it and as an `otpauth` address has it. (RFC 4648, section 6, without padding)
    static String base32(byte[] bytes) {
        var letters = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = (buffer << 8) | (each & 0xff);
            bits += 8;
            while (bits >= 5) {
                letters.append(BASE32.charAt((buffer >> (bits - 5)) & 0x1f));
                bits -= 5;
            }
        }
        if (bits > 0) {
            letters.append(BASE32.charAt((buffer << (5 - bits)) & 0x1f));
        }
        return letters.toString();
    }
}
