package tw.touchstone.catalog.mending;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;

/// Names one fix of a dataset: what kind it is, whom it mends, and a digest of everything it would do, so that the name
/// of a fix that was made for other bytes or other metadata fits no longer.
///
/// Written `{kind}-{number of the distribution}-{digest}`, for example `transcode-1-3f2a9c01b2d4`.
///
/// @param number of the distribution; 0 where the dataset as a whole is mended
/// @param digest the first twelve hexadecimal digits
public record FixId(FixKind kind, int number, String digest) {

    private static final Pattern FORM = Pattern.compile("([a-z-]{1,40})-([0-9]{1,9})-([0-9a-f]{12})");
    private static final int DIGITS = 12;

    static FixId of(Fix fix) {
        var digest = Sha256.of(fix.toString().getBytes(StandardCharsets.UTF_8));
        return new FixId(
                fix.kind(),
                fix.distribution().map(DistributionId::number).orElse(0),
                digest.hex().substring(0, DIGITS));
    }

    /// Reads the written form; empty where the text is none, or names no kind of fix.
    public static Optional<FixId> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? FixKind.ofCode(match.group(1))
                        .map(kind -> new FixId(kind, Integer.parseInt(match.group(2)), match.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return kind.code() + "-" + number + "-" + digest;
    }
}
