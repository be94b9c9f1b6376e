package tw.touchstone.catalog.rows;

import java.util.Locale;

/// What the values of a column of rows are.
public enum RowType {
    /// Whole numbers of 64 bits.
    INTEGER("BIGINT"),
    /// Numbers that a double holds exactly as they are written.
    NUMBER("DOUBLE"),
    BOOLEAN("BOOLEAN"),
    /// Days of the Western calendar.
    DATE("DATE"),
    /// Points in time without an offset.
    DATE_TIME("TIMESTAMP"),
    /// Everything else, as it stands in the file: codes, dates of the Republic, months.
    TEXT("VARCHAR");

    private final String sql;

    RowType(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /// The permanent name in documents, for example `date-time`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether sums and averages of it mean something.
    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }
}
