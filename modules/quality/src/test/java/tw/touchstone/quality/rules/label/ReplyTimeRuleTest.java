package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.quality.Comment;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.DatasetFacts.Replies;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.WorkingDays;
import tw.touchstone.quality.rules.reading.Words;

class ReplyTimeRuleTest {

    /// A Friday; seven working days later it is Tuesday of the week after next.
    private static final Instant ASKED = Words.begin(LocalDate.of(2026, 11, 6));
    private static final Instant DUE = Words.begin(LocalDate.of(2026, 11, 18));

    private final ReplyTimeRule rule = new ReplyTimeRule();

    @Test
    void anAnswerIsInTimeUntilTheLastWorkingDayEnds() {
        assertThat(rule.evaluate(facts(DUE, new Comment(ASKED, Optional.of(DUE.minusNanos(1))))))
                .isInstanceOf(Outcome.Passed.class);
        assertThat(rule.evaluate(facts(DUE, new Comment(ASKED, Optional.of(DUE))))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aCommentThatMayStillBeAnsweredIsNoFault() {
        var waiting = new Comment(ASKED, Optional.empty());
        assertThat(rule.evaluate(facts(DUE.minusNanos(1), waiting))).isInstanceOf(Outcome.Passed.class);
        assertThat(facts(DUE.minusNanos(1), waiting).span())
                .isEqualTo(new TimeSpan(Optional.empty(), Optional.of(DUE)));
        assertThat(rule.evaluate(facts(DUE, waiting))).isInstanceOf(Outcome.Failed.class);
        assertThat(facts(DUE, waiting).span()).isEqualTo(new TimeSpan(Optional.of(DUE), Optional.empty()));
    }

    @Test
    void whatWasAnsweredInTimeIsEarned() {
        var answered = new Comment(ASKED, Optional.of(ASKED));
        var late = new Comment(ASKED, Optional.empty());
        assertThat(rule.evaluate(facts(DUE, answered, answered, late)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.earned()).isEqualTo(Share.of(2, 3)));
    }

    @Test
    void withoutCommentsNothingIsAskedAndWithoutALogNothingIsMeasured() {
        assertThat(rule.evaluate(facts(DUE))).isInstanceOf(Outcome.NotApplicable.class);
        var card = Fixtures.FULL.evaluate(Fixtures.STRICT, Fixtures.documented(1), Fixtures.NOW);
        assertThat(card.outcome(Metric.REPLY_TIME))
                .hasValueSatisfying(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                NotMeasured.class, missing -> assertThat(missing.cause()).isEqualTo(Cause.NOT_YET)));
        var subject = Fixtures.documented(1);
        var logged = new Subject(
                subject.dataset(),
                new DatasetFacts(Optional.empty(), Optional.of(new Replies(List.of()))),
                subject.facts());
        var other = Fixtures.FULL.evaluate(Fixtures.STRICT, logged, Fixtures.NOW);
        assertThat(other.outcome(Metric.REPLY_TIME)).containsInstanceOf(Outcome.NotApplicable.class);
        assertThat(other.id()).isNotEqualTo(card.id());
    }

    private static Correspondence facts(Instant asOf, Comment... comments) {
        return new Correspondence(new Replies(List.of(comments)), 7, WorkingDays.MONDAY_TO_FRIDAY, asOf);
    }
}
