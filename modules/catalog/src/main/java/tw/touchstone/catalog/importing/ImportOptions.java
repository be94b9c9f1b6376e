package tw.touchstone.catalog.importing;

import java.util.Optional;
import tw.touchstone.exchange.catalogue.OnConflict;

/// How a catalogue file is to be imported.
///
/// @param source     whose identifiers the file has, where it is not the layout's own source
/// @param onConflict what becomes of rows with one identifier and different titles or agencies
public record ImportOptions(Optional<String> source, OnConflict onConflict) {

    /// The layout's own source; the first of conflicting rows is registered.
    public static final ImportOptions DEFAULT = new ImportOptions(Optional.empty(), OnConflict.FIRST);
}
