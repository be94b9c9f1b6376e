package tw.touchstone.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.catalog.mail.MailSettings;
import tw.touchstone.model.Iris;

/// How a catalogue is set up.
///
/// @param home        its data directory
/// @param iris        how its things are named on the web
/// @param uploadLimit greatest size of one file, in bytes
/// @param links       which addresses elsewhere are fetched and inspected, and how
/// @param jobThreads  how many jobs run at once, link checks apart
/// @param drain       how long closing waits for what is under way
/// @param mail        the mail server; empty for none
/// @param signingKeys file of the keys that certificates are signed with; by default in the home
public record CatalogSettings(
        Home home,
        Iris iris,
        long uploadLimit,
        LinkSettings links,
        int jobThreads,
        Duration drain,
        Optional<MailSettings> mail,
        Optional<Path> signingKeys) {

    private static final long UPLOAD_LIMIT = 2L << 30;

    /// Settings without a mail server, with keys of the home's own.
    public CatalogSettings(
            Home home,
            Iris iris,
            long uploadLimit,
            LinkSettings links,
            int jobThreads,
            Duration drain) {
        this(home, iris, uploadLimit, links, jobThreads, drain, Optional.empty(), Optional.empty());
    }

    /// The usual settings for a home.
    public static CatalogSettings of(Path home, Iris iris) {
        return new CatalogSettings(new Home(home), iris, UPLOAD_LIMIT, LinkSettings.STANDARD, 2, Duration.ofSeconds(20));
    }
}
