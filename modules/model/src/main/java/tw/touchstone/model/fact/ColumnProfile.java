package tw.touchstone.model.fact;

import java.util.List;
import java.util.Optional;

/// What stands in one column of a table.
///
/// @param name     as in the header
/// @param type     the narrowest type that every value proves; text unless proven
/// @param filled   cells with a value
/// @param blank    cells without one, sentinels such as `-` and `NA` included
/// @param distinct how many different values, estimated above some thousands
/// @param min      smallest value in the type's order, as written; empty where no cell is filled
/// @param max      greatest value, likewise
/// @param longest  length of the longest value in characters
/// @param top      the most frequent values, most frequent first, personal data masked
public record ColumnProfile(
        String name,
        ColumnType type,
        long filled,
        long blank,
        long distinct,
        Optional<String> min,
        Optional<String> max,
        int longest,
        List<ValueCount> top) {

    public ColumnProfile {
        top = List.copyOf(top);
    }
}
