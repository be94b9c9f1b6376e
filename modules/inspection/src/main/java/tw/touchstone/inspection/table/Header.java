package tw.touchstone.inspection.table;

import java.util.List;

/// Where a table begins.
///
/// @param line      of the header, 0 where there is none
/// @param names     of the columns; empty where there is no header
/// @param groups    above each name, from the top down with `/` between; empty strings where there is none
/// @param units     of each column as a row of units states them; empty strings where there is none
/// @param columns   how many fields a row should have
/// @param firstRow  line from which rows are data
/// @param titles    rows above the header that stand for themselves
/// @param groupRows rows above the header that span columns
/// @param subtitles rows below the header that repeat it in other words, such as a translation
/// @param unitRows  rows below or above the header that state units and nothing else
/// @param stated    whether the format names the columns apart from the rows
record Header(
        long line,
        List<String> names,
        List<String> groups,
        List<String> units,
        int columns,
        long firstRow,
        List<SampleRow> titles,
        List<SampleRow> groupRows,
        List<SampleRow> subtitles,
        List<SampleRow> unitRows,
        boolean stated) {

    Header {
        names = List.copyOf(names);
        groups = List.copyOf(groups);
        units = List.copyOf(units);
        titles = List.copyOf(titles);
        groupRows = List.copyOf(groupRows);
        subtitles = List.copyOf(subtitles);
        unitRows = List.copyOf(unitRows);
    }

    /// A table that begins with values.
    static Header none(int columns, long firstRow, List<SampleRow> titles) {
        return new Header(
                0, List.of(), List.of(), List.of(), columns, firstRow, titles, List.of(), List.of(), List.of(), false);
    }

    /// Names that a format states.
    static Header stated(List<String> names) {
        return new Header(
                0, names, List.of(), List.of(), names.size(), 0, List.of(), List.of(), List.of(), List.of(), true);
    }

    String name(int column) {
        return column < names.size() ? names.get(column) : "";
    }

    String group(int column) {
        return column < groups.size() ? groups.get(column) : "";
    }

    String unit(int column) {
        return column < units.size() ? units.get(column) : "";
    }
}
