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
        boolean oneLine = source.codePoints().noneMatch(Character::isISOControl);
        if (source.isBlank() || source.length() > LONGEST_SOURCE || !oneLine) {
            throw new IllegalArgumentException("a source has 1 to 200 characters on one line");
        }
    }
}
