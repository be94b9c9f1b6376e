package tw.touchstone.catalog.policies;

import java.time.Instant;
import java.time.LocalDate;
import tw.touchstone.model.Sha256;

/// The decision that a text of a policy is to be judged by.
///
/// @param policy    identifier of the policy; it takes the place of the text in force under the same one
/// @param version   of the text
/// @param text      name of the policy's canonical JSON in the archive
/// @param announced from which day on it is known and can be looked at in advance, in Taipei
/// @param graceDays how many days agencies have to prepare, from that day on
/// @param inForce   from when on it is judged by: the end of the grace
public record Adoption(
        String policy, String version, Sha256 text, LocalDate announced, int graceDays, Instant inForce) {}
