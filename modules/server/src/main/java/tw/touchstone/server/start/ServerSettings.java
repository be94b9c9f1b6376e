package tw.touchstone.server.start;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import tw.touchstone.catalog.inspecting.LinkChecking;
import tw.touchstone.catalog.inspecting.LinkSettings;

/// How this server is set up, from `touchstone.*` settings.
///
/// @param home          the data directory
/// @param samples       folder of sample datasets for an empty home; empty for none
/// @param baseIri       the address the catalogue is known by; by default the local one with the port
/// @param uploadLimit   greatest size of one uploaded file
/// @param checkLinks    which addresses elsewhere are fetched: `none`, `registered` here, or `all`, imported ones too
/// @param linkInterval  how long a link that answered is left alone
/// @param linkThreads   how many hosts are asked at once
/// @param trustedRoots  PEM file of certificate authorities that are believed besides those Java knows; empty for none
/// @param signingKeys   JSON Web Key Set that labels are certified with; made with a fresh key where it is missing;
///                      empty for the one in the home
/// @param allowLoopback whether links to this machine may be followed; for tests only
@ConfigurationProperties("touchstone")
record ServerSettings(
        @DefaultValue(".touchstone") Path home,
        @DefaultValue("") String samples,
        Optional<URI> baseIri,
        @DefaultValue("2GB") DataSize uploadLimit,
        @DefaultValue("registered") LinkChecking checkLinks,
        @DefaultValue("7d") Duration linkInterval,
        @DefaultValue("8") int linkThreads,
        @DefaultValue("") String trustedRoots,
        @DefaultValue("") String signingKeys,
        @DefaultValue("false") boolean allowLoopback) {

    LinkSettings links() {
        return new LinkSettings(checkLinks, linkInterval, linkThreads, allowLoopback, file(trustedRoots));
    }

    Optional<Path> samplesFolder() {
        return file(samples);
    }

    Optional<Path> signingKeysFile() {
        return file(signingKeys);
    }

    /// An optional path is bound as text: Spring converts to a path, and not to an optional one.
    private static Optional<Path> file(String path) {
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
