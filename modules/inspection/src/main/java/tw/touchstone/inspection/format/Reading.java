package tw.touchstone.inspection.format;

import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextFacts;

/// What a reader of a format made of some bytes.
///
/// @param evidence what showed the format, in English, for example `begins with %PDF-1.7`
/// @param extent   how much was read for the content
/// @param geo      where the positions lie; empty where there are none
/// @param text     how texts inside a binary format are encoded; empty where the format fixes it
public record Reading(
        FileFormat format,
        String evidence,
        Content content,
        Extent extent,
        Optional<GeoProfile> geo,
        Optional<TextFacts> text) {

    private static final int REASON = 200;

    /// Quoted words with a digit, and words that a parser did not know.
    private static final Pattern QUOTED = Pattern.compile(
            "(?<=['\"<&])(?=[^'\"<>&]{0,200}\\d)[^'\"<>&]{5,200}(?=['\">;])|(?<=Unrecognized (?:token '|keyword: ))[^':]{1,200}");

    /// Without an encoding of its own.
    public Reading(
            FileFormat format, String evidence, Content content, Extent extent, Optional<GeoProfile> geo) {
        this(format, evidence, content, extent, geo, Optional.empty());
    }

    /// Read to the end, and without positions.
    public static Reading of(FileFormat format, String evidence, Content content) {
        return new Reading(format, evidence, content, new Extent.Whole(), Optional.empty());
    }

    /// Recognised, and not read inside.
    public static Reading opaque(Recognised recognised) {
        return of(recognised.format(), recognised.evidence(), new Content.Opaque());
    }

    /// Broken at a place that is not known.
    public static Reading broken(FileFormat format, String evidence, String what, Exception why) {
        var message = message(why);
        var reason = message.isEmpty() ? what : what + ": " + message;
        return of(format, evidence, new Content.Malformed(reason, new Place(0, 0, -1, "")));
    }

    /// The first line of a parser's message; empty where it has none that is the same on every run. What the machine
    /// throws by itself loses its message as soon as the code around it is compiled, and facts may not depend on that.
    public static String message(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            boolean byMachine = cause instanceof IndexOutOfBoundsException
                    || cause instanceof NullPointerException
                    || cause instanceof ArithmeticException
                    || cause instanceof ClassCastException
                    || cause instanceof NegativeArraySizeException
                    || cause instanceof ArrayStoreException;
            if (byMachine) {
                return "";
            }
        }
        var message = why.getMessage();
        return message == null ? "" : firstLine(message);
    }

    /// A parser's message, cut to what a reader can use. Words of the file that it quotes may be the half of an address or of
    /// a number of somebody, which nothing would recognise; the place says where they stand.
    public static String firstLine(String message) {
        int end = message.indexOf('\n');
        var line = (end < 0 ? message : message.substring(0, end)).strip();
        line = QUOTED.matcher(line).replaceAll("…");
        return line.length() > REASON ? line.substring(0, REASON) : line;
    }

    /// The same with another extent.
    public Reading read(Extent other) {
        return new Reading(format, evidence, content, other, geo, text);
    }

    /// The same with positions.
    public Reading at(Optional<GeoProfile> positions) {
        return new Reading(format, evidence, content, extent, positions, text);
    }
}
