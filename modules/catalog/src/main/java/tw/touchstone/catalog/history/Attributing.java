package tw.touchstone.catalog.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.catalog.history.Attribution.Share;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Subject;

/// Walks from one case to another, replacing one kind of input after the other.
final class Attributing {

    private static final String HELD = "held";

    private final Case from;
    private final Case to;

    Attributing(Case from, Case to) {
        this.from = from;
        this.to = to;
    }

    /// The shares of all causes.
    ///
    /// @param before the verdict as it was stored; what judging its inputs anew makes of it is a matter of the engine,
    ///               and counts as policy
    /// @param after  the same of the later verdict
    Attribution walk(Verdict before, Verdict after) {
        var shares = new ArrayList<Share>();
        var cases = steps();
        var replayed = cases.stream().map(each -> Verdict.of(each.judge())).toList();
        var causes = Cause.values();
        var reached = before;
        for (int i = 0; i < causes.length; i++) {
            var next = causes[i] == Cause.POLICY ? after : told(before, replayed.getFirst(), replayed.get(i + 1));
            if (!next.equals(reached)) {
                shares.add(new Share(causes[i], reached, next, next.tenThousandths() - reached.tenThousandths()));
            }
            reached = next;
        }
        return new Attribution(before, after, shares);
    }

    /// A verdict on the way, told from the stored one on: what another engine makes of the old inputs is left to the end.
    private static Verdict told(Verdict stored, Verdict replayed, Verdict step) {
        var award = step.award().equals(replayed.award()) ? stored.award() : step.award();
        long score = stored.tenThousandths() + step.tenThousandths() - replayed.tenThousandths();
        return new Verdict(award, stored.score().or(step::score).map(_ -> new Points(Math.max(0, score))));
    }

    /// The case after each cause: first the old one, last the new one but for its engine. Until the clock's turn nothing
    /// is dated later than the old instant: what came since is judged as if it had come then, so that a change which has
    /// "not happened yet" takes nothing away.
    private List<Case> steps() {
        var old = from.subject();
        var fresh = to.subject();
        var dataset = asOfThen(fresh.dataset());
        var bytes = new Subject(old.dataset(), old.own(), bytes());
        var known = new AttributedFacts(old, fresh);
        var metadata = new Subject(dataset, known.afterMetadata(), metadata(bytes));
        return List.of(
                from,
                from.with(bytes),
                from.with(metadata),
                from.with(new Subject(dataset, known.afterCorpus(), metadata.facts())),
                from.with(new Subject(dataset, fresh.own(), network(metadata))),
                from.with(new Subject(fresh.dataset(), fresh.own(), clock())).at(to.asOf()),
                to);
    }

    /// The facts about the new bytes. What another version of the inspector finds in the same bytes is a matter of the
    /// engine, and is left to the end with it.
    private Optional<ByteFacts> bytes(DistributionId id) {
        var fresh = to.subject().factsOf(id).bytes();
        return from.subject()
                .factsOf(id)
                .bytes()
                .filter(old -> fresh.map(ByteFacts::digest).equals(Optional.of(old.digest())))
                .or(() -> fresh);
    }

    private Map<DistributionId, DistributionFacts> clock() {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        for (var id : ids(to.subject())) {
            var known = to.subject().factsOf(id);
            facts.put(id, new DistributionFacts(bytes(id), known.link(), known.changed()));
        }
        return facts;
    }

    /// The old metadata's distributions with the new bytes. A file that is ours needs no request: its link is as good as
    /// its bytes, and comes with them.
    private Map<DistributionId, DistributionFacts> bytes() {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        for (var id : ids(from.subject())) {
            var old = from.subject().factsOf(id);
            var fresh = to.subject().factsOf(id);
            if (!ids(to.subject()).contains(id)) {
                facts.put(id, old);
            } else {
                var link = isHeld(old) && isHeld(fresh) ? fresh.link() : old.link();
                facts.put(id, new DistributionFacts(bytes(id), link, then(old.changed(), fresh.changed())));
            }
        }
        return facts;
    }

    /// The new metadata's distributions. One that is new, or has moved to or from us, brings its link along.
    private Map<DistributionId, DistributionFacts> metadata(Subject before) {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        for (var id : ids(to.subject())) {
            var old = before.factsOf(id);
            var fresh = to.subject().factsOf(id);
            boolean moved = !ids(before).contains(id) || isHeld(old) != isHeld(fresh) || isAtAnother(old, fresh);
            var link = moved ? fresh.link() : old.link();
            facts.put(id, new DistributionFacts(bytes(id), link, then(old.changed(), fresh.changed())));
        }
        return facts;
    }

    private Map<DistributionId, DistributionFacts> network(Subject before) {
        var facts = new HashMap<DistributionId, DistributionFacts>();
        for (var id : ids(to.subject())) {
            var known = before.factsOf(id);
            facts.put(id, new DistributionFacts(known.bytes(), to.subject().factsOf(id).link(), known.changed()));
        }
        return facts;
    }

    private Dataset asOfThen(Dataset dataset) {
        var old = from.subject().dataset();
        return dataset.with()
                .modified(then(old.modified(), dataset.modified()))
                .distributions(dataset.distributions().stream()
                        .map(each -> each.with()
                                .modified(then(
                                        old.distribution(each.id()).flatMap(Distribution::modified), each.modified()))
                                .build())
                        .toList())
                .build();
    }

    /// A date that is another than before, and lies between the two instants, as if it were the first of them.
    private Optional<Instant> then(Optional<Instant> old, Optional<Instant> fresh) {
        return fresh.equals(old)
                ? fresh
                : fresh.map(at -> at.isAfter(from.asOf()) && !at.isAfter(to.asOf()) ? from.asOf() : at);
    }

    private static Set<DistributionId> ids(Subject subject) {
        var ids = new HashSet<DistributionId>();
        subject.dataset().distributions().forEach(each -> ids.add(each.id()));
        return ids;
    }

    private static boolean isHeld(DistributionFacts facts) {
        return facts.link()
                .filter(link -> link.probe().reason().equals(HELD))
                .isPresent();
    }

    /// Looking at a link for the first time is the network's part; another address is the publisher's.
    private static boolean isAtAnother(DistributionFacts old, DistributionFacts fresh) {
        var known = old.link().map(LinkStanding::url);
        var now = fresh.link().map(LinkStanding::url);
        return known.isPresent() && now.isPresent() && !known.equals(now);
    }
}
