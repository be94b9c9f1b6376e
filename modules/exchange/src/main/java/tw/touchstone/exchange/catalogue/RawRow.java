package tw.touchstone.exchange.catalogue;

import java.util.Map;
import java.util.Optional;

/// One row as the file has it.
sealed interface RawRow {

    /// Where the row begins: the line of a CSV file, the number of the record in JSON and XML, both from 1.
    long line();

    /// A row with its cells.
    ///
    /// @param values in column order, as written
    /// @param ragged what is wrong with the number of fields
    record Read(long line, Map<String, String> values, Optional<String> ragged) implements RawRow {

        int chars() {
            return values.values().stream().mapToInt(String::length).sum();
        }
    }

    /// The row cannot be read, the next one can.
    record Unreadable(long line, String reason) implements RawRow {}

    /// Nothing can be read from here on.
    record Broken(long line, String reason) implements RawRow {}
}
