package tw.touchstone.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 digest as 64 lower-case hexadecimal digits: the name of every stored file, fact and scorecard.
public record Sha256(String hex) implements Comparable<Sha256> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException if the value is not 64 lower-case hexadecimal digits
    public Sha256 {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 lower-case hexadecimal digits");
        }
    }

    /// Whether the text is a digest in our spelling.
    public static boolean isValid(String hex) {
        return FORM.matcher(hex).matches();
    }

    /// The digest of some bytes.
    public static Sha256 of(byte[] bytes) {
        return ofDigest(newDigest().digest(bytes));
    }

    /// The digest that a finished [MessageDigest] computes; the digest is reset.
    public static Sha256 of(MessageDigest finished) {
        return ofDigest(finished.digest());
    }

    /// A fresh SHA-256 computation.
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
