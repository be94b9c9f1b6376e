package tw.touchstone.catalog.rows;

import java.io.IOException;
import java.util.List;

/// Writes the rows of an answer in some syntax. For one thread and one answer.
public interface RowWriter {

    /// Begins.
    ///
    /// @param names of the columns
    /// @param total rows that there would be without a limit; -1 where nobody asked
    void begin(List<String> names, long total) throws IOException;

    /// Writes one row: for each column a `Number`, `Boolean`, `LocalDate`, `LocalDateTime`, `String`, or `null`.
    void row(List<? extends @org.jspecify.annotations.Nullable Object> values) throws IOException;

    /// Ends.
    ///
    /// @param rows how many there were
    void end(long rows) throws IOException;
}
