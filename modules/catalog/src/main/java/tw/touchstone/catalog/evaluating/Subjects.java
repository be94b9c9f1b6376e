package tw.touchstone.catalog.evaluating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.catalog.inspecting.FactsIndex;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Subject;

/// Brings together what is declared of datasets and what is known of their bytes and links.
public final class Subjects {

    private final FactsIndex facts;
    private final Iris iris;

    public Subjects(FactsIndex facts, Iris iris) {
        this.facts = facts;
        this.iris = iris;
    }

    /// The datasets with all stored facts about them, in the same order.
    List<Subject> of(Collection<Dataset> datasets) {
        var probes = facts.latest(datasets.stream().map(Dataset::id).toList());
        var digests = new LinkedHashSet<Sha256>();
        datasets.forEach(dataset -> dataset.distributions()
                .forEach(each -> digest(each, probes).ifPresent(digests::add)));
        var byteFacts = facts.facts(digests);

        var subjects = new ArrayList<Subject>(datasets.size());
        for (var dataset : datasets) {
            var known = new HashMap<DistributionId, DistributionFacts>();
            for (var distribution : dataset.distributions()) {
                var link = link(distribution, probes);
                var bytes = digest(distribution, probes).map(byteFacts::get);
                if (link.isPresent() || bytes.isPresent()) {
                    known.put(distribution.id(), new DistributionFacts(bytes, link));
                }
            }
            subjects.add(new Subject(dataset, known));
        }
        return subjects;
    }

    /// Bytes that are ours need no request to be there; the observation is as old as the bytes.
    private Optional<LinkProbe> link(Distribution distribution, Map<DistributionId, LinkProbe> probes) {
        return isHeld(distribution)
                ? Optional.of(LinkProbe.held(
                        distribution.modified().orElse(Instant.EPOCH),
                        iris.download(distribution.id()),
                        distribution.checksum().orElseThrow(),
                        distribution.byteSize().orElse(0L)))
                : Optional.ofNullable(probes.get(distribution.id()));
    }

    private Optional<Sha256> digest(Distribution distribution, Map<DistributionId, LinkProbe> probes) {
        return isHeld(distribution)
                ? distribution.checksum()
                : Optional.ofNullable(probes.get(distribution.id())).flatMap(LinkProbe::digest);
    }

    private boolean isHeld(Distribution distribution) {
        return distribution.checksum().isPresent()
                && distribution
                        .downloadUrl()
                        .filter(iris.download(distribution.id())::equals)
                        .isPresent();
    }
}
