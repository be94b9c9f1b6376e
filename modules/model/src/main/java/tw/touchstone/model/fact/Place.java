package tw.touchstone.model.fact;

/// A spot in a file, and what stands there.
///
/// @param line   counted from 1; 0 where the file has no lines
/// @param column field of the row, or character of the line, counted from 1; 0 where the whole line is meant
/// @param offset in bytes from the beginning; -1 where it is not known
/// @param seen   the text or the bytes in hexadecimal, at most 80 characters; personal data is masked
public record Place(long line, int column, long offset, String seen) {

    private static final int LONGEST = 80;

    public Place {
        if (seen.length() > LONGEST) {
            seen = seen.substring(0, LONGEST - 1) + "…";
        }
    }
}
