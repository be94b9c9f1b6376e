package tw.touchstone.catalog.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The one secret of a home: what it encrypts is of no use to whoever has only the database. Thread-safe.
///
/// It stands in a file of its own, readable by the owner alone, and belongs into a backup kept apart from the database.
/// Without it second factors have to be set up anew; nothing else is lost.
public final class HomeKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec encryption;
    private final SecretKeySpec signing;
    private final SecureRandom random = new SecureRandom();

    HomeKey(byte[] key) {
        // Each use has a key of its own, so that what one gives away says nothing about the other.
        this.encryption = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "encryption"), "AES");
        this.signing = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "signing"), "HmacSHA256");
    }

    /// Reads the key of a home, making one where there is none.
    ///
    /// @throws UncheckedIOException if the file cannot be read or written, or holds no key
    public static HomeKey open(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IOException(file + " holds no key of " + KEY_BYTES + " bytes");
            }
            return new HomeKey(key);
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(file + " holds no key", e));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    private static void create(Path file) throws IOException {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
    }

    /// Encrypts a text. (AES-256-GCM)
    ///
    /// @param context what it belongs to; the same has to be said to decrypt it
    public String encrypt(String text, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The text that was encrypted; empty where it is of another key, of another context, or was changed.
    public Optional<String> decrypt(String sealed, String context) {
        var all = Base64.getDecoder().decode(sealed);
        if (all.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            var text = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), context)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /// A signature of a text, which nobody without the key can make. (HMAC-SHA-256)
    public String sign(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(signing, text));
    }

    /// Whether a signature is that of this text.
    public boolean isSigned(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
