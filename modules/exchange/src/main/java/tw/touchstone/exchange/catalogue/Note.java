package tw.touchstone.exchange.catalogue;

/// Something about a row that was changed or could not be understood, though the row was read.
///
/// @param line where the row begins in the file, from 1
/// @param text what was seen, in English with the original text in it
public record Note(NoteKind kind, long line, String text) {}
