package tw.touchstone.exchange.catalogue;

/// What becomes of rows that share an identifier but not the title and the agency.
public enum OnConflict {
    /// The first row is registered, the others are reported.
    FIRST,
    /// The last row is registered, the others are reported.
    LAST,
    /// No row of that identifier is registered.
    REFUSE
}
