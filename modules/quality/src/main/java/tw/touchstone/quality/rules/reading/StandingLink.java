package tw.touchstone.quality.rules.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;

/// A link, and whether its last decided verdict still stands while nothing can be concluded.
public record StandingLink(LinkStanding standing, Instant asOf) implements TimeBound {

    /// How long a decided verdict stands after the link was last seen decided.
    public static final Duration PATIENCE = Duration.ofDays(14);

    public static Optional<StandingLink> of(Question question) {
        return question.facts().link().map(standing -> new StandingLink(standing, question.asOf()));
    }

    /// The observation whose verdict stands: the present one, or the last decided one as long as it stands.
    public Optional<LinkProbe> verdict() {
        if (standing.undecided().isEmpty()) {
            return Optional.of(standing.probe());
        }
        return lapse().filter(asOf::isBefore)
                .flatMap(_ -> standing.decided())
                .map(LinkStanding.Decided::probe);
    }

    /// When the last decided verdict lapses, or lapsed; empty while the link is decided and where it never was.
    public Optional<Instant> lapse() {
        return standing.undecided().flatMap(undecided -> standing.decided()
                .map(decided ->
                        undecided.lastDecided().orElse(decided.probe().at()).plus(PATIENCE)));
    }

    /// The outcome for a metric that asks whether the link answers.
    public Outcome outcome(LangText expected) {
        return verdict().map(probe -> judge(probe, expected)).orElseGet(() -> lapse()
                .<Outcome>map(lapse -> new NotMeasured(Cause.LAPSED, lapsed(lapse)))
                .orElse(new NotMeasured(Cause.UNDECIDED, Texts.seen(standing.probe()))));
    }

    private LangText lapsed(Instant lapse) {
        var seen = Texts.seen(standing.probe());
        return Texts.around(
                "先前的檢測結果已於 ",
                "the earlier verdict no longer stands since ",
                Words.of(lapse, false),
                " 失效；" + seen.best(LangText.ZH),
                "; " + seen.best(LangText.EN));
    }

    private static Outcome judge(LinkProbe probe, LangText expected) {
        var finding = new Finding(Texts.seen(probe), expected);
        return switch (probe.verdict()) {
            case OK -> Outcome.passed(1, finding);
            case BROKEN ->
                new Failed(new Evidence(1, 1, finding, List.of(new Place(0, 0, -1, Texts.shortened(probe.url())))));
            case UNDECIDED -> new NotMeasured(Cause.UNDECIDED, finding.seen());
        };
    }

    @Override
    public TimeSpan span() {
        return new TimeSpan(lapse().filter(lapse -> !lapse.isAfter(asOf)), lapse().filter(asOf::isBefore));
    }
}
