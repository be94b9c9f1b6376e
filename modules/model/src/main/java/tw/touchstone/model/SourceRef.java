package tw.touchstone.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where a dataset comes from and what it is called there; the pair is a dataset's identity across imports.
///
/// @param source     the short name of the source, for example `national`, `taipei` or `local`
/// @param identifier the identifier within that source, verbatim
public record SourceRef(String source, String identifier) {

    /// The national open data portal: its bare numbers are our dataset identifiers.
    public static final String NATIONAL = "national";

    /// Datasets registered here first.
    public static final String LOCAL = "local";

    /// The identifier as an address on the web; empty where it is none.
    public Optional<URI> address() {
        if (!identifier.startsWith("https://") && !identifier.startsWith("http://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(identifier));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
