package tw.touchstone.exchange.catalogue;

/// What reading a file may cost at most, whatever is in it.
///
/// @param rowChars  characters of one row; a longer one is refused
/// @param rows      rows of one file
/// @param heldChars characters of rows that wait for a later row of the same identifier
/// @param rescanned characters that are read again after unclosed quotes
record Limits(int rowChars, int rows, long heldChars, long rescanned) {

    static final Limits DEFAULT = new Limits(4 << 20, 1_000_000, 32L << 20, 256L << 20);
}
