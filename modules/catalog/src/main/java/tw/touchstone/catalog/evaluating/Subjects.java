package tw.touchstone.catalog.evaluating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.catalog.corpus.Corpus;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.catalog.inspecting.KnownLink;
import tw.touchstone.catalog.inspecting.LinkHistory;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Subject;
import tw.touchstone.store.CatalogStore;

/// Brings together what is declared of datasets and what is known of their bytes, their links, their neighbours and their sources.
public final class Subjects {

    private final FactsIndex facts;
    private final LinkHistory links;
    private final SourceAnswers sources;
    private final Corpus corpus;
    private final Iris iris;

    public Subjects(CatalogStore store, FactsIndex facts, LinkHistory links, Corpus corpus, Iris iris) {
        this.facts = facts;
        this.links = links;
        this.corpus = corpus;
        this.sources = new SourceAnswers(store, links, iris);
        this.iris = iris;
    }

    /// The datasets with all stored facts about them, in the same order.
    public List<Subject> of(Collection<Dataset> datasets) {
        return of(datasets, Unpublished.NOTHING);
    }

    /// The datasets with all stored facts about them and what is known besides, in the same order.
    List<Subject> of(Collection<Dataset> datasets, Unpublished more) {
        var known = new HashMap<>(links.of(datasets.stream().map(Dataset::id).toList()));
        known.putAll(more.links());
        var digests = new LinkedHashSet<Sha256>();
        datasets.forEach(dataset -> dataset.distributions()
                .forEach(each -> digest(each, known).ifPresent(digests::add)));
        digests.removeAll(more.facts().keySet());
        var byteFacts = new HashMap<>(facts.facts(digests));
        byteFacts.putAll(more.facts());
        var answers = sources.of(datasets);

        var subjects = new ArrayList<Subject>(datasets.size());
        for (var dataset : datasets) {
            var all = new HashMap<DistributionId, DistributionFacts>();
            for (var distribution : dataset.distributions()) {
                var standing = standing(distribution, known);
                var bytes = digest(distribution, known).map(byteFacts::get);
                if (standing.isPresent() || bytes.isPresent()) {
                    var changed = link(distribution, known).flatMap(KnownLink::changed);
                    all.put(distribution.id(), new DistributionFacts(bytes, standing, changed));
                }
            }
            var own = new DatasetFacts(
                    corpus.twin(dataset), Optional.empty(), Optional.ofNullable(answers.get(dataset.id())));
            subjects.add(new Subject(dataset, own, all));
        }
        return subjects;
    }

    private Optional<LinkStanding> standing(Distribution distribution, Map<DistributionId, KnownLink> known) {
        return isHeld(distribution)
                ? Optional.of(HeldBytes.standing(distribution, iris))
                : link(distribution, known).map(KnownLink::standing);
    }

    private Optional<Sha256> digest(Distribution distribution, Map<DistributionId, KnownLink> known) {
        return isHeld(distribution)
                ? distribution.checksum()
                : link(distribution, known).flatMap(KnownLink::snapshot);
    }

    /// What is known of the address that is declared now; what an earlier one gave says nothing about it.
    private Optional<KnownLink> link(Distribution distribution, Map<DistributionId, KnownLink> known) {
        return isHeld(distribution)
                ? Optional.empty()
                : Optional.ofNullable(known.get(distribution.id()))
                        .filter(each -> distribution.url().equals(Optional.of(each.standing().url())));
    }

    private boolean isHeld(Distribution distribution) {
        return HeldBytes.are(distribution, iris);
    }
}
