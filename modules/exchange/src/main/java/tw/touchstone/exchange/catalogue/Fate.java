package tw.touchstone.exchange.catalogue;

/// What became of a row whose identifier another row of the file has too.
public enum Fate {
    /// Same title and agency: its distributions were added to the other row's dataset.
    MERGED,
    /// Not registered: the first row of that identifier says something else.
    FIRST_WINS,
    /// Not registered: the last row of that identifier says something else.
    LAST_WINS
}
