package tw.touchstone.vocabulary;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Texts that are IRIs.
final class Iri {

    private Iri() {}

    /// The text as an absolute IRI; empty for any other text.
    static Optional<URI> of(String text) {
        try {
            return Optional.of(new URI(text.strip())).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
