package tw.touchstone.catalog.versions;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.Sha256;

/// What was declared of a dataset for some time.
///
/// @param digest of the metadata's canonical JSON; the same metadata again is the same digest
/// @param from   since when
/// @param until  when it was replaced; empty for the current one
public record MetadataVersion(Sha256 digest, Instant from, Optional<Instant> until) {

    MetadataVersion until(Instant end) {
        return new MetadataVersion(digest, from, Optional.of(end));
    }
}
