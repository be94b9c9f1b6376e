package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the header among the first rows, as a person would: the first row as wide as the table whose cells are names
/// rather than values, with what stands above and below it.
final class HeaderFinder {

    private static final int TITLE_ROWS = 30;
    private static final int GROUP_NAME = 16;

    private static final Pattern VALUE = Pattern.compile(
            "[+-]?[\\d,]*\\d(\\.\\d+)?%?|\\d{2,4}[-/.年]\\d{1,2}([-/.月]\\d{1,2}日?)?([ T]\\d.*)?|[A-Za-z]{0,3}\\d{2,}|https?://.*|.+@.+\\..+");

    private static final Pattern YEAR = Pattern.compile("(1[89]|20|21)\\d{2}|[6-9]\\d|1[0-4]\\d");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private HeaderFinder() {}

    static Header find(List<SampleRow> rows, int fallback) {
        int columns = width(rows, fallback);
        var titles = new ArrayList<SampleRow>();
        int at = 0;
        while (at < rows.size() && at < TITLE_ROWS && !isWide(rows.get(at), columns)) {
            if (!rows.get(at).isBlank()) {
                titles.add(rows.get(at));
            }
            at++;
        }
        if (at == rows.size() || at == TITLE_ROWS) {
            return Header.none(columns, rows.isEmpty() ? 1 : rows.getFirst().line(), List.of());
        }
        if (isValues(rows, at, columns)) {
            return Header.none(columns, rows.get(at).line(), titles);
        }
        var groups = new ArrayList<SampleRow>();
        var below = rows.get(at);
        while (!titles.isEmpty() && isGroups(titles.getLast(), below, columns)) {
            below = titles.removeLast();
            groups.addFirst(below);
        }
        while (isGroupsAbove(rows, at)) {
            (spansAll(rows.get(at)) ? titles : groups).add(rows.get(at));
            at++;
        }
        return header(rows, at, titles, groups);
    }

    private static Header header(List<SampleRow> rows, int at, List<SampleRow> titles, List<SampleRow> groupRows) {
        var header = rows.get(at);
        int below = at + 1;
        var subtitles = new ArrayList<SampleRow>();
        if (isTranslation(rows, at)) {
            subtitles.add(rows.get(below++));
        }
        var unitLines = titles.stream().filter(Units::isUnitLine).toList();
        var unitRows = new ArrayList<SampleRow>();
        if (below < rows.size() && Units.isUnitRow(rows.get(below), header) && below + 1 < rows.size()) {
            unitRows.add(rows.get(below++));
        }
        int columns = header.cells().size();
        for (var row : groupRows) {
            columns = Math.max(columns, row.cells().size());
        }
        var names = new ArrayList<String>();
        var groups = new ArrayList<String>();
        for (int column = 0; column < columns; column++) {
            names.add(header.cell(column));
            groups.add("");
        }
        for (int level = groupRows.size() - 1; level >= 0; level--) {
            spread(groupRows.get(level), names, groups);
        }
        var units = unitRows.isEmpty() ? List.<String>of() : unitRows.getFirst().cells();
        var allUnits = new ArrayList<>(unitLines);
        allUnits.addAll(unitRows);
        return new Header(
                header.line(),
                names,
                groups,
                units,
                columns,
                below < rows.size() ? rows.get(below).line() : Long.MAX_VALUE,
                titles.stream().filter(row -> !unitLines.contains(row)).toList(),
                groupRows,
                subtitles,
                allUnits,
                false);
    }

    /// A group reaches to the right over names that have none of their own; above a blank it is the name itself, as
    /// cells merged downwards leave it.
    private static void spread(SampleRow row, List<String> names, List<String> groups) {
        var current = "";
        for (int column = 0; column < names.size(); column++) {
            var cell = row.cell(column);
            if (names.get(column).isEmpty() && !cell.isEmpty()) {
                names.set(column, cell);
                current = "";
                continue;
            }
            current = cell.isEmpty() ? current : cell;
            if (!current.isEmpty() && !names.get(column).isEmpty()) {
                var lower = groups.get(column);
                groups.set(column, lower.isEmpty() ? current : current + "/" + lower);
            }
        }
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

    /// Whether a row with few names stands above a header like groups, rather than like a title with a note.
    private static boolean isGroups(SampleRow row, SampleRow below, int columns) {
        return row.filled() > 1
                && row.cells().size() == columns
                && row.cells().stream().allMatch(cell -> cell.length() <= GROUP_NAME && !cell.contains("單位") && !cell.contains("："))
                && row.filled() <= below.filled()
                && row.filled() < columns;
    }

    /// Whether the row has gaps that the next row, also of names, fills, with values further below.
    private static boolean isGroupsAbove(List<SampleRow> rows, int at) {
        if (at + 2 >= rows.size()) {
            return false;
        }
        var row = rows.get(at);
        var next = rows.get(at + 1);
        if (!hasNoValue(next) || (hasNoValue(rows.get(at + 2)) && !isGroupsAbove(rows, at + 1))) {
            return false;
        }
        int gaps = 0;
        int under = 0;
        for (int column = 0; column < Math.max(row.cells().size(), next.cells().size()); column++) {
            boolean above = !row.cell(column).isEmpty();
            boolean below = !next.cell(column).isEmpty();
            gaps += !above && below ? 1 : 0;
            under += above && !below ? 1 : 0;
        }
        return gaps > 0 && (next.filled() > row.filled() || under > 0);
    }

    /// Whether its one name stands over all columns: then it is a title, however narrow the table is.
    private static boolean spansAll(SampleRow row) {
        return row.filled() == 1 && !row.cell(0).isEmpty();
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
        if (!foreign || Units.isUnitRow(next, header)) {
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
