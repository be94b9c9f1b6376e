package tw.touchstone.inspection.table;

/// How a text is divided, as far as its beginning shows. U+0000 stands for "none".
///
/// @param delimiter between fields; a blank stands for runs of blanks
/// @param quote     around fields, assumed `"` where the beginning shows none
/// @param escape    before a quote inside quotes where it is not doubled
/// @param comment   at the beginning of lines that are no rows
/// @param columns   fields of most records
/// @param gap       blanks that make a delimiter, where it is a blank
public record Division(char delimiter, char quote, char escape, char comment, int columns, int gap) {

    /// Fields between single delimiters, quotes doubled, no comments.
    static Division of(char delimiter, char quote) {
        return new Division(delimiter, quote, '\0', '\0', 1, 1);
    }
}
