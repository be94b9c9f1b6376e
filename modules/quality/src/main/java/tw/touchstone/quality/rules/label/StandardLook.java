package tw.touchstone.quality.rules.label;

import java.util.regex.Pattern;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ValueCount;

/// How many of a column's values look as a standard field says.
///
/// Where the field names forms, those counted over the whole column; else the most frequent values against the pattern.
///
/// @param looked how many values were looked at
/// @param fit    how many of them look right
record StandardLook(long looked, long fit) {

    static StandardLook of(ColumnProfile column, StandardField field) {
        if (!field.forms().isEmpty()) {
            long counted = field.forms().stream().mapToLong(column::count).sum();
            return new StandardLook(column.filled(), Math.min(column.filled(), counted));
        }
        // Patterns come with the vocabulary, which the build compiles and tests; values are short and few.
        var pattern = field.pattern().map(Pattern::compile);
        long looked = column.top().stream().mapToLong(ValueCount::count).sum();
        long fit = column.top().stream()
                .filter(value -> pattern.filter(each -> each.matcher(value.value()).matches())
                        .isPresent())
                .mapToLong(ValueCount::count)
                .sum();
        return new StandardLook(looked, fit);
    }
}
