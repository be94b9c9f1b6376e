package tw.touchstone.exchange.tabular;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.Sha256;

/// A table of a distribution that can be loaded, as it really is.
///
/// @param distribution it is of
/// @param number       counted from 1 through the distribution's file
/// @param name         of the sheet or of the file inside; may be empty
/// @param rows         how many there are
/// @param parquet      where the whole table is, in UTF-8 and with its types
/// @param csv          where the same is as CSV
/// @param size         of the Parquet, in bytes
/// @param digest       of the Parquet
/// @param samples      first rows: a JSON value for each column that has one
public record DescribedTable(
        Distribution distribution,
        int number,
        String name,
        long rows,
        URI parquet,
        URI csv,
        long size,
        Sha256 digest,
        List<Column> columns,
        List<Map<String, Object>> samples) {

    public DescribedTable {
        columns = List.copyOf(columns);
        samples = List.copyOf(samples);
    }

    /// What the values of a column are.
    public enum Type {
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME,
        TEXT
    }

    /// A column.
    ///
    /// @param declared what the publisher says about the field of this name
    /// @param unit     as it stands in the file
    /// @param filled   whether every row has a value
    /// @param unique   whether no value stands twice
    public record Column(
            String name, Type type, Optional<FieldDescription> declared, Optional<String> unit, boolean filled, boolean unique) {

        /// What it holds, in words; empty where nobody says.
        Optional<String> description() {
            return declared.flatMap(FieldDescription::description).filter(text -> !text.isBlank());
        }
    }

    /// A name without blanks, unlike that of any other table of the dataset.
    String identifier() {
        return "distribution-" + distribution.id().number() + "-table-" + number;
    }
}
