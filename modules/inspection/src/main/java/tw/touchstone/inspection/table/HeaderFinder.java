package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the header among the first rows, as a person would: the first row as wide as the table whose cells are names
/// rather than values.
final class HeaderFinder {

    private static final int TITLE_ROWS = 30;

    private static final Pattern VALUE = Pattern.compile(
            "[+-]?[\\d,]*\\d(\\.\\d+)?%?|\\d{2,4}[-/.年]\\d{1,2}([-/.月]\\d{1,2}日?)?([ T]\\d.*)?|[A-Za-z]{0,3}\\d{2,}");

    private static final Pattern YEAR = Pattern.compile("(1[89]|20|21)\\d{2}|[6-9]\\d|1[0-4]\\d");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private HeaderFinder() {}

    static Header find(List<SampleRow> rows, int fallback) {
        int columns = width(rows, fallback);
        var titles = new ArrayList<SampleRow>();
        var groups = new ArrayList<SampleRow>();
        int at = 0;
        while (at < rows.size() && at < TITLE_ROWS && !isWide(rows.get(at), columns)) {
            if (!rows.get(at).isBlank()) {
                titles.add(rows.get(at));
            }
            at++;
        }
        if (at == rows.size() || at == TITLE_ROWS) {
            return headless(columns, rows.isEmpty() ? 1 : rows.getFirst().line());
        }
        if (isValues(rows, at, columns)) {
            return new Header(0, List.of(), columns, rows.get(at).line(), titles, List.of(), List.of());
        }
        while (isGroupsAbove(rows, at)) {
            groups.add(rows.get(at));
            at++;
        }
        if (!titles.isEmpty()
                && titles.getLast().filled() > 1
                && titles.getLast().cells().size() == columns
                && groups.isEmpty()) {
            groups.add(titles.removeLast());
        }
        var header = rows.get(at);
        var subtitles = new ArrayList<SampleRow>();
        if (isTranslation(rows, at)) {
            subtitles.add(rows.get(at + 1));
        }
        long first = at + 1 + subtitles.size() < rows.size()
                ? rows.get(at + 1 + subtitles.size()).line()
                : Long.MAX_VALUE;
        return new Header(
                header.line(), header.cells(), header.cells().size(), first, titles, groups, subtitles);
    }

    private static Header headless(int columns, long firstLine) {
        return new Header(0, List.of(), columns, firstLine, List.of(), List.of(), List.of());
    }

    /// The most frequent number of fields; among equals the one that comes first.
    private static int width(List<SampleRow> rows, int fallback) {
        var counts = new HashMap<Integer, Integer>();
        int best = fallback;
        int most = 0;
        for (var row : rows) {
            if (!row.isBlank()) {
                counts.merge(row.cells().size(), 1, Integer::sum);
            }
        }
        for (var row : rows) {
            int count = counts.getOrDefault(row.cells().size(), 0);
            if (count > most) {
                most = count;
                best = row.cells().size();
            }
        }
        return best;
    }

    private static boolean isWide(SampleRow row, int columns) {
        return row.filled() * 2 > columns || (columns <= 2 && row.filled() >= 1 && row.cells().size() >= columns);
    }

    /// Whether a row is data already: it has values where the rows below have values, and not as a series of years.
    private static boolean isValues(List<SampleRow> rows, int at, int columns) {
        var row = rows.get(at);
        int values = 0;
        int alike = 0;
        for (int column = 0; column < Math.min(columns, row.cells().size()); column++) {
            if (VALUE.matcher(row.cell(column)).matches()) {
                values++;
                alike += isValueColumn(rows, at + 1, column) ? 1 : 0;
            }
        }
        if (values == 0) {
            return false;
        }
        boolean years = row.cells().stream()
                        .filter(cell -> VALUE.matcher(cell).matches())
                        .allMatch(cell -> YEAR.matcher(cell).matches())
                && row.cells().stream().anyMatch(cell -> !cell.isEmpty() && !VALUE.matcher(cell).matches());
        return !years && (alike > 0 || (rows.size() == at + 1 && values * 2L > row.filled()));
    }

    private static boolean isValueColumn(List<SampleRow> rows, int from, int column) {
        int filled = 0;
        int values = 0;
        for (var row : rows.subList(from, rows.size())) {
            var cell = row.cell(column);
            if (!cell.isEmpty()) {
                filled++;
                values += VALUE.matcher(cell).matches() ? 1 : 0;
            }
        }
        return filled > 0 && values * 10 >= filled * 8;
    }

    /// Whether the row has gaps that the next row, also of names, fills, with values further below.
    private static boolean isGroupsAbove(List<SampleRow> rows, int at) {
        if (at + 2 >= rows.size()) {
            return false;
        }
        var row = rows.get(at);
        var next = rows.get(at + 1);
        return row.filled() < row.cells().size()
                && next.filled() > row.filled()
                && hasNoValue(next)
                && !hasNoValue(rows.get(at + 2));
    }

    private static boolean isTranslation(List<SampleRow> rows, int at) {
        if (at + 1 >= rows.size()) {
            return false;
        }
        var header = rows.get(at);
        var next = rows.get(at + 1);
        boolean foreign = han(header) * 10 >= header.filled() * 8
                && next.filled() * 10 >= header.filled() * 8
                && header.filled() > 1
                && han(next) == 0
                && hasNoValue(next)
                && next.cells().stream().allMatch(cell -> cell.isEmpty() || Character.isLetter(cell.charAt(0)));
        if (!foreign) {
            return false;
        }
        // English text below Chinese names may be the data; then it goes on like this.
        return rows.subList(at + 2, rows.size()).stream()
                .limit(5)
                .allMatch(row -> han(row) > 0 || !hasNoValue(row));
    }

    private static boolean hasNoValue(SampleRow row) {
        return row.cells().stream().noneMatch(cell -> VALUE.matcher(cell).matches());
    }

    private static long han(SampleRow row) {
        return row.cells().stream().filter(cell -> HAN.matcher(cell).find()).count();
    }
}
