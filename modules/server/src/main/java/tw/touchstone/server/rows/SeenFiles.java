package tw.touchstone.server.rows;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.HeldBytes;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.KnownLink;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;

/// Finds the facts about the file of a distribution: the one that is kept here, or the one that its address gave last.
@Component
public class SeenFiles {

    private final FactsIndex facts;
    private final LinkHistory links;
    private final Iris iris;

    SeenFiles(Catalog catalog) {
        this.facts = catalog.facts();
        this.links = catalog.linkHistory();
        this.iris = catalog.settings().iris();
    }

    /// The newest facts; empty where nobody has looked.
    public Optional<ByteFacts> facts(Distribution distribution) {
        return digest(distribution).flatMap(digest -> Optional.ofNullable(facts.facts(List.of(digest)).get(digest)));
    }

    /// The digest of those bytes; empty where nobody has seen any.
    public Optional<Sha256> digest(Distribution distribution) {
        return HeldBytes.are(distribution, iris)
                ? distribution.checksum()
                : Optional.ofNullable(links.of(List.of(distribution.id().dataset())).get(distribution.id()))
                        .filter(known -> distribution.url().equals(Optional.of(known.standing().url())))
                        .flatMap(KnownLink::snapshot);
    }
}
