package tw.touchstone.catalog.evaluating;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.touchstone.catalog.corpus.Corpus;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.DatasetFacts.Sources;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;

/// How the addresses stand that datasets name as their sources, as far as this catalogue knows without asking: from its
/// own datasets, and from links that it asks for other reasons.
final class SourceAnswers {

    private final CatalogStore store;
    private final LinkHistory links;
    private final Iris iris;

    SourceAnswers(CatalogStore store, LinkHistory links, Iris iris) {
        this.store = store;
        this.links = links;
        this.iris = iris;
    }

    /// What is known; datasets of whose addresses nothing is known are left out.
    Map<DatasetId, Sources> of(Collection<Dataset> datasets) {
        var named = new HashMap<DatasetId, List<URI>>();
        var elsewhere = new LinkedHashSet<URI>();
        for (var dataset : datasets) {
            var addresses = Corpus.sources(dataset);
            if (!addresses.isEmpty()) {
                named.put(dataset.id(), addresses);
                addresses.stream().filter(each -> ours(each).isEmpty()).forEach(elsewhere::add);
            }
        }
        if (named.isEmpty()) {
            return Map.of();
        }
        var answers = links.answers(elsewhere);
        var known = new HashMap<DatasetId, Sources>();
        named.forEach((id, addresses) -> {
            var verdicts = new TreeMap<URI, LinkVerdict>();
            for (var address : addresses) {
                ours(address)
                        .map(this::standing)
                        .or(() -> Optional.ofNullable(answers.get(address)))
                        .ifPresent(verdict -> verdicts.put(address, verdict));
            }
            if (!verdicts.isEmpty()) {
                known.put(id, new Sources(verdicts));
            }
        });
        return known;
    }

    private Optional<DatasetId> ours(URI address) {
        return iris.datasetId(address)
                .or(() -> iris.distributionId(address).map(DistributionId::dataset));
    }

    private LinkVerdict standing(DatasetId dataset) {
        return store.state(dataset) instanceof DatasetState.Published ? LinkVerdict.OK : LinkVerdict.BROKEN;
    }
}
