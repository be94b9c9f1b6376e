package tw.touchstone.inspection.table;

/// What a file says about a cell beside its text. Text files say nothing; workbooks and databases do.
public enum CellKind {
    /// Nothing is said: the text decides.
    UNSTATED,
    /// Stored as text, whatever it looks like.
    TEXT,
    /// Stored as a number; the text is the number in plain decimal notation.
    NUMBER,
    /// Stored as a date; the text is the day as `2021-05-01`.
    DATE,
    /// Stored as a point in time; the text is `2021-05-01T08:30:00`.
    DATE_TIME,
    /// Stored as a truth value; the text is `true` or `false`.
    BOOLEAN,
    /// Shows an error; the text is the error, for example `#REF!`.
    ERROR
}
