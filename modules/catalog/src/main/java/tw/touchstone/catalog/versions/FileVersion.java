package tw.touchstone.catalog.versions;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.Sha256;

/// The bytes that a distribution had for some time.
///
/// @param described the distribution as it was described when it got these bytes
/// @param digest    of the bytes
/// @param from      since when
/// @param until     when other bytes came in their place, or none; empty for the current ones
public record FileVersion(Distribution described, Sha256 digest, Instant from, Optional<Instant> until) {

    FileVersion until(Instant end) {
        return new FileVersion(described, digest, from, Optional.of(end));
    }
}
