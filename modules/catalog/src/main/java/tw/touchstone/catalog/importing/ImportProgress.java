package tw.touchstone.catalog.importing;

/// How far an import has come.
///
/// @param rows      rows read
/// @param datasets  datasets stored
/// @param searchable whether what was stored is searchable too; only at the end
/// @param fraction  share of the file that was read, 0 to 1
public record ImportProgress(long rows, long datasets, boolean searchable, double fraction) {}
