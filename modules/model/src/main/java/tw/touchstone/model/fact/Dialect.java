package tw.touchstone.model.fact;

/// How a text is divided into rows and fields.
///
/// @param delimiter between fields
/// @param quote     around fields; U+0000 where none is used
/// @param lineEnd   `CRLF`, `LF`, `CR` or `mixed`
public record Dialect(char delimiter, char quote, String lineEnd) {}
