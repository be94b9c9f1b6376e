package tw.touchstone.model.fact;

/// The type a column's values prove. Leading zeros, codes and telephone numbers stay [#TEXT].
public enum ColumnType {
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    DATE_TIME,
    TEXT,
    /// No cell has a value.
    EMPTY
}
