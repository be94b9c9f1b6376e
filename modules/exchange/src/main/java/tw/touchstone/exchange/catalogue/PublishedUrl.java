package tw.touchstone.exchange.catalogue;

import java.net.URI;
import java.util.Optional;

/// An address as publishers write it, with its characters encoded where they are not.
public final class PublishedUrl {

    private PublishedUrl() {}

    /// The address; empty where it leads nowhere: nothing is guessed.
    public static Optional<URI> of(String text) {
        return DeclaredUrl.of(text) instanceof DeclaredUrl.Usable(URI url, boolean _)
                ? Optional.of(url)
                : Optional.empty();
    }
}
