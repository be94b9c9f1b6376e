package tw.touchstone.catalog.certificates;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import tw.touchstone.model.Sha256;

/// An Ed25519 key pair of the catalogue, as in a JSON Web Key. (RFC 8037, RFC 8032)
///
/// Its signatures hang on nothing but key and text, so that the same certificate is the same bytes.
final class SigningKey {

    static final String TYPE = "OKP";
    static final String CURVE = "Ed25519";

    private static final int LENGTH = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret;
    private final byte[] open;
    private final Instant created;

    /// A key pair from its parts.
    ///
    /// @param secret the private key, 32 bytes
    /// @param open   the public key, 32 bytes
    /// @throws IllegalArgumentException if they do not belong together
    SigningKey(byte[] secret, byte[] open, Instant created) {
        if (secret.length != LENGTH || open.length != LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
        this.secret = secret.clone();
        this.open = open.clone();
        this.created = created;
        byte[] probe = {1};
        if (!verifies(probe, sign(probe))) {
            throw new IllegalArgumentException("the private and the public key do not belong together");
        }
    }

    static SigningKey generate(Instant now) {
        try {
            var pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            var secret = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new SigningKey(secret, encoded(((EdECPublicKey) pair.getPublic()).getPoint()), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /// The JWK thumbprint. (RFC 7638, RFC 8037 appendix A.3)
    String id() {
        var members = "{\"crv\":\"%s\",\"kty\":\"%s\",\"x\":\"%s\"}".formatted(CURVE, TYPE, open());
        return ENCODER.encodeToString(Sha256.newDigest().digest(members.getBytes(StandardCharsets.US_ASCII)));
    }

    /// The public key in base64url.
    String open() {
        return ENCODER.encodeToString(open);
    }

    /// The private key in base64url.
    String secret() {
        return ENCODER.encodeToString(secret);
    }

    Instant created() {
        return created;
    }

    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance(CURVE);
            signature.initSign(privateKey());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] text, byte[] signed) {
        try {
            var signature = Signature.getInstance(CURVE);
            signature.initVerify(publicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A signature of another length is an exception to the JDK, and to us no signature.
            return false;
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance(CURVE)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret.clone()));
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var little = open.clone();
        boolean odd = (little[LENGTH - 1] & 0x80) != 0;
        little[LENGTH - 1] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, reversed(little)));
        return KeyFactory.getInstance(CURVE).generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    /// The little-endian form of RFC 8032 §5.1.2.
    private static byte[] encoded(EdECPoint point) {
        var big = point.getY().toByteArray();
        var little = new byte[LENGTH];
        for (int i = 0; i < LENGTH && i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (point.isXOdd()) {
            little[LENGTH - 1] |= (byte) 0x80;
        }
        return little;
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
