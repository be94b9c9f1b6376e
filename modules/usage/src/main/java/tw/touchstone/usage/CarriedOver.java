package tw.touchstone.usage;

import java.time.LocalDate;
import tw.touchstone.model.DatasetId;

/// Totals that another system counted before us, by a definition nobody can tell. They are shown beside our own
/// numbers and never added to them.
///
/// @param source who counted, in the words shown to readers; one line
/// @param asOf   the day the numbers were read
public record CarriedOver(DatasetId dataset, long views, long downloads, String source, LocalDate asOf) {

    private static final int LONGEST_SOURCE = 200;

    /// @throws IllegalArgumentException if a count is negative, or the source is none
    public CarriedOver {
        if (views < 0 || downloads < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
        if (!isSource(source)) {
            throw new IllegalArgumentException("a source has 1 to 200 characters on one line");
        }
    }

    /// Whether the text may name a source: 1 to 200 characters on one line, not only white space.
    public static boolean isSource(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_SOURCE
                && text.codePoints().noneMatch(each -> Character.isISOControl(each) || isSurrogate(each));
    }

    /// Whether it is half a character, which no file could hold.
    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
