package tw.touchstone.catalog.importing;

/// One line of an import's log: something about a row that a person may want to look at.
///
/// @param number  from 1 within the import, growing by 1
/// @param line    where the row begins in the file, in the unit that the report names; from 1
/// @param kind    `refused`, `conflict`, `kept-out`, `stopped`, `violation` of the application profile, or the code of a
///                note such as `url-glued`
/// @param subject the source's identifier or that of the dataset; empty where the row has none
/// @param text    what was seen, in English with the original text in it
public record ImportLogEntry(long number, long line, String kind, String subject, String text) {}
