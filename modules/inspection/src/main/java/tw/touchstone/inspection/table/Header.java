package tw.touchstone.inspection.table;

import java.util.List;

/// Where a table begins.
///
/// @param line      of the header, 0 where there is none
/// @param names     of the columns; empty where there is no header
/// @param columns   how many fields a row should have
/// @param firstRow  line from which rows are data
/// @param titles    rows above the header that stand for themselves
/// @param groups    rows above the header that span columns
/// @param subtitles rows below the header that repeat it in other words, such as a translation
record Header(
        long line,
        List<String> names,
        int columns,
        long firstRow,
        List<SampleRow> titles,
        List<SampleRow> groups,
        List<SampleRow> subtitles) {

    Header {
        names = List.copyOf(names);
        titles = List.copyOf(titles);
        groups = List.copyOf(groups);
        subtitles = List.copyOf(subtitles);
    }
}
