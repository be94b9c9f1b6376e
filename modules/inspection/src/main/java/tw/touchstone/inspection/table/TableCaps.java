package tw.touchstone.inspection.table;

/// Where reading a table stops. All are counts, so the same bytes stop at the same place on any machine.
final class TableCaps {

    /// Characters of one field; a field beyond is almost always an unclosed quote.
    static final int FIELD_CHARS = 8 << 20;

    /// Characters of one row that are looked at; what follows in the row is counted, not read.
    static final int ROW_CHARS = 16 << 20;

    /// Columns that are read.
    static final int COLUMNS = 8_192;

    /// Different values counted exactly in one column.
    static final int VALUES = 4_096;

    /// Values kept over all columns, so that a wide table costs no more than a narrow one.
    static final int VALUES_IN_ALL = 1 << 18;

    /// Characters kept of one value.
    static final int VALUE_CHARS = 100;

    /// Rows at the end that may be notes.
    static final int FOOTER_ROWS = 16;

    /// Characters up to which a lone cell may turn out to be a note.
    static final int NOTE_CHARS = 1 << 14;

    private TableCaps() {}
}
