package tw.touchstone.catalog.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gives every column a name of its own: an empty one is called by its position, and one that stands again gets a number.
final class ColumnNames {

    private static final int LONGEST = 200;

    private ColumnNames() {}

    static List<String> of(List<String> names) {
        var given = new ArrayList<String>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            var plain = plain(names.get(i));
            var base = plain.isEmpty() ? "column_" + (i + 1) : plain;
            var name = base;
            for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
                name = base + "_" + again;
            }
            given.add(name);
        }
        return List.copyOf(given);
    }

    private static String plain(String name) {
        var text = new StringBuilder();
        name.codePoints()
                .map(each -> Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE ? ' ' : each)
                .limit(LONGEST)
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }
}
