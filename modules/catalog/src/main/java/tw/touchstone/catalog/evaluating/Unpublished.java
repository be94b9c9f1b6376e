package tw.touchstone.catalog.evaluating;

import java.util.Map;
import tw.touchstone.catalog.inspecting.KnownLink;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;

/// What is known of a draft beyond what is stored: of files that are not kept yet, of links that were asked for it alone.
///
/// @param facts by the digest of the bytes
/// @param links by distribution; they stand before what is stored of the same distribution
public record Unpublished(Map<Sha256, ByteFacts> facts, Map<DistributionId, KnownLink> links) {

    /// All that is known is stored.
    public static final Unpublished NOTHING = new Unpublished(Map.of(), Map.of());

    public Unpublished {
        facts = Map.copyOf(facts);
        links = Map.copyOf(links);
    }

    /// One file that is not kept.
    public static Unpublished of(ByteFacts facts) {
        return new Unpublished(Map.of(facts.digest(), facts), Map.of());
    }
}
