package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.LABEL_113;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.SCORER;
import static tw.touchstone.quality.Fixtures.answered;
import static tw.touchstone.quality.Fixtures.csv;
import static tw.touchstone.quality.Fixtures.dead;
import static tw.touchstone.quality.Fixtures.facts;
import static tw.touchstone.quality.Fixtures.perfect;
import static tw.touchstone.quality.Fixtures.undecided;
import static tw.touchstone.quality.Fixtures.with;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Label;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.Outcome.Cause;

/// An undecided link keeps its last verdict for fourteen days; then the label is neither held nor lost.
class LinkPatienceTest {

    private static final Instant LAST_DECIDED = NOW.minus(Duration.ofDays(3));
    private static final Instant LAPSE = LAST_DECIDED.plus(Duration.ofDays(14));
    private static final Instant WARNING = LAPSE.minus(Duration.ofDays(3));

    @Test
    void theLastVerdictStandsUntilItLapses() {
        var before = card(answered(), LAPSE.minusNanos(1));
        assertThat(before.label()).contains(Label.PLATINUM);
        assertThat(before.validUntil()).contains(LAPSE);
        assertThat(before.risks()).extracting(Risk::code).containsExactly(RiskCode.LINK_LAPSES_SOON);

        var after = card(answered(), LAPSE);
        assertThat(after.label()).contains(Label.SUSPENDED);
        assertThat(after.cause()).contains(Cause.LAPSED);
        assertThat(after.atMost()).contains("platinum");
        assertThat(after.since()).contains(LAPSE);
        assertThat(after.risks()).isEmpty();
    }

    @Test
    void theWarningGrowsUrgentThreeDaysBefore() {
        var before = card(answered(), WARNING.minusNanos(1));
        assertThat(before.risks()).extracting(Risk::code).containsExactly(RiskCode.LINK_UNDECIDED);
        assertThat(before.validUntil()).contains(WARNING);
        assertThat(card(answered(), WARNING).risks())
                .extracting(Risk::code)
                .containsExactly(RiskCode.LINK_LAPSES_SOON);
    }

    @Test
    void aBrokenLinkThatTurnsUndecidedStaysBrokenUntilItLapses() {
        assertThat(card(dead(), LAPSE.minusNanos(1)).label()).contains(Label.NONE_FAILED);
        assertThat(card(dead(), LAPSE).label()).contains(Label.SUSPENDED);
    }

    @Test
    void aLinkThatWasNeverDecidedHasNoLabelToSuspend() {
        var card = SCORER.evaluate(LABEL_113, with(perfect(), 1, facts(csv(), undecided())), NOW.plus(Duration.ofDays(99)));
        assertThat(card.label()).contains(Label.NONE_UNCHECKED);
        assertThat(card.cause()).contains(Cause.UNDECIDED);
        assertThat(card.risks()).isEmpty();
    }

    @Test
    void aFailureElsewhereIsStillAFailure() {
        var lapsed = with(perfect(2), 1, facts(csv(), standing(answered())));
        var card = SCORER.evaluate(LABEL_113, with(lapsed, 2, facts(csv(), dead())), LAPSE);
        assertThat(card.label()).contains(Label.NONE_FAILED);
    }

    private static Scorecard card(LinkStanding decided, Instant asOf) {
        return SCORER.evaluate(LABEL_113, with(perfect(), 1, facts(csv(), standing(decided))), asOf);
    }

    private static LinkStanding standing(LinkStanding decided) {
        return decided.after(undecided().probe(), Optional.of(LAST_DECIDED));
    }
}
