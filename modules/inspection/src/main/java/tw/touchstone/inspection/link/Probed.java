package tw.touchstone.inspection.link;

import java.util.Optional;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;

/// A link as observed, and what its body is.
///
/// @param probe the dated observation
/// @param facts of the body where one was received whole
public record Probed(LinkProbe probe, Optional<ByteFacts> facts) {}
