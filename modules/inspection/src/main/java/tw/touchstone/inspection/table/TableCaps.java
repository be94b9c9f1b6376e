package tw.touchstone.inspection.table;

/// Where reading a table stops. All are counts, so the same bytes stop at the same place on any machine.
final class TableCaps {

    /// Characters of one quoted field; beyond, the quote is almost always one that does not close.
    static final int FIELD_CHARS = 8 << 20;

    /// Characters of one row that are looked at; what follows in the row is counted, not read.
    static final int ROW_CHARS = 16 << 20;

    /// Lines at the end within which an open quote may mean that the file was cut off.
    static final int CUT_OFF_LINES = 3;

    /// Columns that are read.
    static final int COLUMNS = 8_192;

    /// Different values counted exactly in one column.
    static final int VALUES = 4_096;

    /// Values kept over all columns, so that a wide table costs no more than a narrow one.
    static final int VALUES_IN_ALL = 1 << 18;

    /// Values of all columns of a table that are remembered by hash to tell whether a column repeats one.
    static final int UNIQUE_IN_ALL = 1 << 20;

    /// Characters shown of one value.
    static final int VALUE_CHARS = 100;

    /// Characters kept of one value, so that what identifies a person is whole when it is masked, and only then cut.
    static final int KEPT_CHARS = 200;

    /// Rows at the end that may be notes.
    static final int FOOTER_ROWS = 16;

    /// Filled rows after which a column without a blank has no merged cells.
    static final int MERGED_ROWS = 1_000;

    /// Characters up to which a lone cell may turn out to be a note.
    static final int NOTE_CHARS = 1 << 14;

    private TableCaps() {}
}
