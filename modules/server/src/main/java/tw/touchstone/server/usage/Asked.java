package tw.touchstone.server.usage;

import java.time.LocalDate;
import java.util.List;
import tw.touchstone.usage.PeriodCounts;
import tw.touchstone.usage.Step;

/// The periods that are asked for, both ends included.
///
/// @param from a day of the first period
/// @param to   a day of the last one
record Asked(Step step, LocalDate from, LocalDate to) {

    /// No range is longer, in periods.
    static final int MOST = 4_000;

    /// Days are of the years 1970 to 2199.
    static final LocalDate FIRST = LocalDate.EPOCH;

    static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /// So many periods up to a day as one sees at a glance.
    static Asked usual(Step step, LocalDate to) {
        var from =
                switch (step) {
                    case DAY -> to.minusDays(29);
                    case MONTH -> to.minusMonths(23);
                    case QUARTER -> to.minusMonths(33);
                    case YEAR -> to.minusYears(9);
                };
        return new Asked(step, from, to);
    }

    /// Whether it is a range, and none that is too long.
    boolean isPossible() {
        if (from.isAfter(to) || from.isBefore(FIRST) || to.isAfter(LAST)) {
            return false;
        }
        return step != Step.DAY || to.toEpochDay() - from.toEpochDay() < MOST;
    }

    List<PeriodCounts> periods(Subjects subjects, Subject subject) {
        return PeriodCounts.roll(subjects.days(subject, FIRST, step.next(to).minusDays(1)), step, from, to);
    }
}
