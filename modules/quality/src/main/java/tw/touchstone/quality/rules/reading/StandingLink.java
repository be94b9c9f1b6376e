package tw.touchstone.quality.rules.label;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;

/// A link, and whether its last decided verdict still stands while nothing can be concluded.
record StandingLink(LinkStanding standing, Instant asOf) implements TimeBound {

    /// How long a decided verdict stands after the link was last seen decided.
    static final Duration PATIENCE = Duration.ofDays(14);

    static Optional<StandingLink> of(Question question) {
        return question.facts().link().map(standing -> new StandingLink(standing, question.asOf()));
    }

    /// The observation whose verdict stands: the present one, or the last decided one as long as it stands.
    Optional<LinkProbe> verdict() {
        if (standing.undecided().isEmpty()) {
            return Optional.of(standing.probe());
        }
        return lapse().filter(asOf::isBefore)
                .flatMap(_ -> standing.decided())
                .map(LinkStanding.Decided::probe);
    }

    /// When the last decided verdict lapses, or lapsed; empty while the link is decided and where it never was.
    Optional<Instant> lapse() {
        return standing.undecided().flatMap(undecided -> standing.decided()
                .map(decided ->
                        undecided.lastDecided().orElse(decided.probe().at()).plus(PATIENCE)));
    }

    @Override
    public TimeSpan span() {
        return new TimeSpan(lapse().filter(lapse -> !lapse.isAfter(asOf)), lapse().filter(asOf::isBefore));
    }
}
