package tw.touchstone.catalog.rows;

import java.util.List;
import java.util.Optional;
import tw.touchstone.model.Sha256;

/// One table whose rows can be asked for.
///
/// @param file     the kept file it stands in
/// @param number   counted from 1 through the whole file
/// @param part     path of the file inside the archive; empty where the file is no archive
/// @param name     of the sheet; may be empty
/// @param columns  in the order of the file
/// @param rows     how many there are
/// @param complete whether it is all of the table; false where the inspector stopped at a cap
/// @param size     of the Parquet, in bytes
/// @param digest   of the Parquet
/// @param preview  the first rows, each with a text for each column, empty where there is no value; long texts are cut
public record RowTable(
        Sha256 file,
        int number,
        String part,
        String name,
        List<RowColumn> columns,
        long rows,
        boolean complete,
        long size,
        Sha256 digest,
        List<List<String>> preview) {

    public RowTable {
        columns = List.copyOf(columns);
        preview = List.copyOf(preview);
    }

    /// The column of this name.
    public Optional<RowColumn> column(String wanted) {
        return columns.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }
}
