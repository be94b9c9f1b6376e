package tw.touchstone.catalog.inspecting;

import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkStanding;

/// What is known of a link after all its observations.
///
/// @param standing  what they amount to
/// @param lastAsked the newest observation, which a judge does not see
/// @param snapshot  digest of the last bytes that were the data
/// @param changed   when bytes came that were new: the first snapshot, later a digest never seen before in the
///                  declared format
public record KnownLink(
        LinkStanding standing, Instant lastAsked, Optional<Sha256> snapshot, Optional<Instant> changed) {}
