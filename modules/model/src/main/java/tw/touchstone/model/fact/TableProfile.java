package tw.touchstone.model.fact;

import java.util.List;

/// One table: where its header stands, how many rows follow, and what is in its columns.
///
/// @param name       sheet name or empty string
/// @param dialect    how the text is divided; for workbooks the delimiter is U+0000
/// @param headerLine line of the header, counted from 1; 0 where there is none
/// @param header     column names of the (last) header row, verbatim save for surrounding blanks and a byte order mark;
///                   where cells merged downwards leave a gap in it, the name above
/// @param rows       data rows below the header; blank rows, the header repeated, notes and sums (`total-row`) are not counted, save
///                   sums where most rows are such
/// @param anomalies  with byte offsets in places of text, of the field where it is exact, else of the line; `ragged-row`, `title-line`, `blank-column-name`, `duplicate-column-name` and the like
/// @param columns    one profile for each column of the header
public record TableProfile(
        String name,
        Dialect dialect,
        long headerLine,
        List<String> header,
        long rows,
        List<Anomaly> anomalies,
        List<ColumnProfile> columns) {

    public TableProfile {
        header = List.copyOf(header);
        anomalies = List.copyOf(anomalies);
        columns = List.copyOf(columns);
    }
}
