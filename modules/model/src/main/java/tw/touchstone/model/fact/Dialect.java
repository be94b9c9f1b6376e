package tw.touchstone.model.fact;

/// How a text is divided into rows and fields. U+0000 stands for "none".
///
/// @param delimiter between fields; U+0000 where each row has one
/// @param quote     around fields
/// @param escape    before a quote inside quotes, where it is not doubled
/// @param comment   at the beginning of lines that are no rows
/// @param lineEnd   `CRLF`, `LF`, `CR` or `mixed`; the empty string in workbooks and where no line ends
public record Dialect(char delimiter, char quote, char escape, char comment, String lineEnd) {

    /// What a workbook has instead of a dialect.
    public static final Dialect NONE = new Dialect('\0', '\0', "");

    /// A dialect in which quotes are doubled and there are no comments.
    public Dialect(char delimiter, char quote, String lineEnd) {
        this(delimiter, quote, '\0', '\0', lineEnd);
    }
}
