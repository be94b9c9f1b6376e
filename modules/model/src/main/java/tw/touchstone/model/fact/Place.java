package tw.touchstone.model.fact;

/// A spot in a file, and what stands there.
///
/// @param part   the sheet of a workbook or the member of an archive; the empty string where the file is one whole
/// @param line   counted from 1; 0 where the file has no lines
/// @param column field of the row or record, or character of the line, counted from 1; 0 where the whole line is meant
/// @param offset in bytes from the beginning of the file or member; -1 where it is not known
/// @param seen   the text or the bytes in hexadecimal, at most 80 characters; personal data is masked
public record Place(String part, long line, int column, long offset, String seen) {

    private static final int LONGEST = 80;

    public Place {
        if (seen.length() > LONGEST) {
            int end = Character.isHighSurrogate(seen.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
            seen = seen.substring(0, end) + "…";
        }
    }

    /// A spot in a file that is one whole.
    public Place(long line, int column, long offset, String seen) {
        this("", line, column, offset, seen);
    }

    /// The same spot, its offset known.
    public Place at(long bytes) {
        return bytes == offset ? this : new Place(part, line, column, bytes, seen);
    }

    /// The same spot, said to be in a part of the file; what already names a part is inside that part.
    public Place in(String outer) {
        var inner = part.isEmpty() ? outer : outer + "/" + part;
        return new Place(inner, line, column, offset, seen);
    }
}
