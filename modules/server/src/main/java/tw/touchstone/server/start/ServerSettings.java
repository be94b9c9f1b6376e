package tw.touchstone.server.start;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How this server is set up, from `touchstone.*` settings.
///
/// @param home          the data directory
/// @param samples       folder of sample datasets for an empty home; empty for none
/// @param baseIri       the address the catalogue is known by; by default the local one with the port
/// @param uploadLimit   greatest size of one uploaded file
/// @param checkLinks    whether addresses elsewhere are fetched after a registration
/// @param allowLoopback whether links to this machine may be followed; for tests only
@ConfigurationProperties("touchstone")
record ServerSettings(
        @DefaultValue(".touchstone") Path home,
        @DefaultValue("") String samples,
        Optional<URI> baseIri,
        @DefaultValue("2GB") DataSize uploadLimit,
        @DefaultValue("true") boolean checkLinks,
        @DefaultValue("false") boolean allowLoopback) {

    Optional<Path> samplesFolder() {
        return samples.isBlank() ? Optional.empty() : Optional.of(Path.of(samples));
    }
}
