package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.WorkingDays;
import tw.touchstone.quality.rules.reading.Words;

class TimelyObservedRuleTest {

    /// The new year's week of 2026: closed from Monday 16 to Friday 20 February.
    private static final WorkingDays CALENDAR = new WorkingDays(new WorkingDays.Calendar(
            List.of(2026),
            LocalDate.of(2026, 2, 16).datesUntil(LocalDate.of(2026, 2, 21)).toList(),
            List.of()));

    private static final Frequency DAILY = new Frequency.Every(1, ChronoUnit.DAYS);
    private static final Instant WEDNESDAY = at(2026, 3, 4);

    private final TimelyObservedRule rule = new TimelyObservedRule();

    @Test
    void passesBeforeTheDueInstantAndFailsFromItOn() {
        var due = WEDNESDAY.plus(Duration.ofHours(36));
        assertThat(rule.evaluate(declared(DAILY, WEDNESDAY, due.minusNanos(1)))).isInstanceOf(Outcome.Passed.class);
        assertThat(rule.evaluate(declared(DAILY, WEDNESDAY, due))).isInstanceOf(Outcome.Failed.class);
        assertThat(declared(DAILY, WEDNESDAY, due).span()).isEqualTo(new TimeSpan(Optional.of(due), Optional.empty()));
    }

    @Test
    void aTermThatEndsOnADayOffEndsOnTheNextWorkingDay() {
        // Friday noon and 36 hours are Sunday 00:00, the new year's week follows: Monday 23 February.
        var friday = at(2026, 2, 13).plus(Duration.ofHours(12));
        assertThat(declared(DAILY, friday, friday).due()).contains(at(2026, 2, 23));
        // An ordinary weekend: Saturday 12:00 becomes Monday 12:00.
        var friday2 = at(2026, 3, 6);
        assertThat(declared(DAILY, friday2, friday2).due()).contains(at(2026, 3, 9).plus(Duration.ofHours(12)));
    }

    @Test
    void minutesAndHoursDoNotWaitForOffices() {
        var saturday = at(2026, 3, 7);
        assertThat(declared(new Frequency.Every(10, ChronoUnit.MINUTES), saturday, saturday).due())
                .contains(saturday.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aYearWithoutACalendarIsWorkedFromMondayToFridayAndSaysSo() {
        var friday = at(2030, 2, 1);
        var promise = declared(DAILY, friday, friday);
        assertThat(promise.due()).contains(at(2030, 2, 4).plus(Duration.ofHours(12)));
        assertThat(((Outcome.Passed) rule.evaluate(promise)).evidence().finding().expected().best(LangText.EN))
                .isEqualTo("promised every day, due before 4 February 2030"
                        + " (working days of that year are not known; Monday to Friday are taken)");
    }

    @Test
    void aDateThatRunsAheadOfEqualBytesIsBelievedForAFortnight() {
        var seen = WEDNESDAY;
        var ahead = seen.plus(ObservedPromise.AHEAD);
        assertThat(observed(seen, ahead).lastChange()).contains(ahead);
        assertThat(observed(seen, ahead.plusNanos(1)).lastChange()).contains(ahead);
        assertThat(observed(seen, ahead.plus(Duration.ofDays(300))).lastChange()).contains(ahead);
        assertThat(observed(seen, seen.minusSeconds(1)).lastChange()).contains(seen);
    }

    @Test
    void withoutWatchingADeclaredDateCounts() {
        assertThat(declared(DAILY, WEDNESDAY, WEDNESDAY).lastChange()).contains(WEDNESDAY);
    }

    @Test
    void namesDaysInWords() {
        var outcome = (Outcome.Passed) rule.evaluate(observed(WEDNESDAY, WEDNESDAY));
        assertThat(outcome.evidence().finding().seen())
                .isEqualTo(LangText.of(
                        "最近更新：2026 年 3 月 4 日（內容變動：2026 年 3 月 4 日）",
                        "last change: 4 March 2026 (bytes changed: 4 March 2026)"));
        assertThat(outcome.evidence().finding().expected())
                .isEqualTo(LangText.of("承諾每 1 日更新，應於 2026 年 3 月 5 日 前更新", "promised every day, due before 5 March 2026"));
    }

    private static Instant at(int year, int month, int day) {
        return Words.begin(LocalDate.of(year, month, day));
    }

    private static ObservedPromise declared(Frequency frequency, Instant change, Instant asOf) {
        return new ObservedPromise(
                Optional.of(frequency), List.of(change), Optional.empty(), new BigDecimal("1.5"), CALENDAR, asOf);
    }

    private static ObservedPromise observed(Instant seen, Instant declared) {
        var asOf = declared.isAfter(seen) ? declared : seen;
        return new ObservedPromise(
                Optional.of(DAILY), List.of(declared), Optional.of(seen), new BigDecimal("1.5"), CALENDAR, asOf);
    }
}
