package tw.touchstone.inspection.table;

/// What a text is as a date.
enum DateReading {
    NONE,
    /// A day, spelled so that it cannot be a number.
    DAY,
    /// A point in time.
    TIME,
    /// Digits only, which may as well be a number.
    COMPACT_DAY,
    /// A month, spelled so that it cannot be a number.
    MONTH,
    /// `113.05`, `11305`: only a month if the column says so.
    PERHAPS_MONTH,
    /// A year, with the word.
    YEAR,
    /// Spelled like a date that no calendar has.
    IMPOSSIBLE
}
