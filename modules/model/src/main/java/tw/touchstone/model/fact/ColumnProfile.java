package tw.touchstone.model.fact;

import java.util.List;
import java.util.Optional;

/// What stands in one column of a table, or in one field of a tree's records.
///
/// @param name      as in the header
/// @param group     the group above the name where the header has two rows; empty where it has none
/// @param unit      the unit stated in a row of units or in brackets behind the name, verbatim
/// @param type      the narrowest type that every value proves; text unless proven
/// @param filled    cells with a value
/// @param blank     cells without one, sentinels such as `-` and `NA` included
/// @param sentinels values that stand for "no value", most frequent first: `-`, `NA`, `-999`, …
/// @param distinct  how many different values
/// @param distinctError standard error of `distinct` in thousandths of it, where that is an estimate; empty where it is
///                  exact
/// @param unique    whether every value stands once; empty where that is not known
/// @param min       smallest value in the type's order, as written; empty where no cell is filled
/// @param max       greatest value, likewise
/// @param dates     first and last day of a column of dates, in the Western calendar; empty for other types
/// @param longest   length of the longest value in characters
/// @param top       the most frequent values, most frequent first, personal data masked
/// @param forms     the forms values take, in the order of [ValueForm]
public record ColumnProfile(
        String name,
        Optional<String> group,
        Optional<String> unit,
        ColumnType type,
        long filled,
        long blank,
        List<ValueCount> sentinels,
        long distinct,
        Optional<Integer> distinctError,
        Optional<Boolean> unique,
        Optional<String> min,
        Optional<String> max,
        Optional<DayRange> dates,
        int longest,
        List<ValueCount> top,
        List<FormCount> forms) {

    public ColumnProfile {
        sentinels = List.copyOf(sentinels);
        top = List.copyOf(top);
        forms = List.copyOf(forms);
    }

    /// A column of which every different value was counted.
    public ColumnProfile(
            String name,
            Optional<String> group,
            Optional<String> unit,
            ColumnType type,
            long filled,
            long blank,
            List<ValueCount> sentinels,
            long distinct,
            Optional<Boolean> unique,
            Optional<String> min,
            Optional<String> max,
            Optional<DayRange> dates,
            int longest,
            List<ValueCount> top,
            List<FormCount> forms) {
        this(
                name, group, unit, type, filled, blank, sentinels, distinct, Optional.empty(), unique, min, max, dates, longest,
                top, forms);
    }

    /// The same column with the forms shown in other places.
    public ColumnProfile withForms(List<FormCount> others) {
        return new ColumnProfile(
                name, group, unit, type, filled, blank, sentinels, distinct, distinctError, unique, min, max, dates, longest, top,
                others);
    }

    /// How many values take this form.
    public long count(ValueForm form) {
        return forms.stream()
                .filter(each -> each.form() == form)
                .mapToLong(FormCount::count)
                .findFirst()
                .orElse(0);
    }
}
