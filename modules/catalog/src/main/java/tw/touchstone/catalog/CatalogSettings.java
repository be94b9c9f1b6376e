package tw.touchstone.catalog;

import java.nio.file.Path;
import java.time.Duration;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.model.Iris;

/// How a catalogue is set up.
///
/// @param home        its data directory
/// @param iris        how its things are named on the web
/// @param uploadLimit greatest size of one file, in bytes
/// @param links       which addresses elsewhere are fetched and inspected, and how
/// @param drain       how long closing waits for what is under way
public record CatalogSettings(Home home, Iris iris, long uploadLimit, LinkSettings links, Duration drain) {

    private static final long UPLOAD_LIMIT = 2L << 30;

    /// The usual settings for a home.
    public static CatalogSettings of(Path home, Iris iris) {
        return new CatalogSettings(new Home(home), iris, UPLOAD_LIMIT, LinkSettings.STANDARD, Duration.ofSeconds(20));
    }
}
