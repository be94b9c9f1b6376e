package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.touchstone.usage.DayCounts.Day;

class PeriodCountsTest {

    private static final DayCounts DAYS = new DayCounts(List.of(
            new Day(day("2025-12-31"), 1, 10, 0, 2, 0, 3),
            new Day(day("2026-03-31"), 2, 20, 1, 0, 1, 0),
            new Day(day("2026-04-01"), 4, 40, 0, 1, 0, 0),
            new Day(day("2026-12-31"), 8, 80, 0, 0, 0, 5)));

    @Test
    void rollsDaysUpIntoQuartersWithTheEmptyOnesAndARunningTotal() {
        assertThat(PeriodCounts.roll(DAYS, Step.QUARTER, day("2026-02-02"), day("2026-11-11")))
                .containsExactly(
                        new PeriodCounts("2026-Q1", day("2026-01-01"), 2, 20, 1, 0, 1, 0, 30),
                        new PeriodCounts("2026-Q2", day("2026-04-01"), 4, 40, 0, 1, 0, 0, 70),
                        new PeriodCounts("2026-Q3", day("2026-07-01"), 0, 0, 0, 0, 0, 0, 70),
                        new PeriodCounts("2026-Q4", day("2026-10-01"), 8, 80, 0, 0, 0, 5, 150));
    }

    @Test
    void givesTheSameSumByAnyStep() {
        for (var step : Step.values()) {
            var periods = PeriodCounts.roll(DAYS, step, day("2025-01-01"), day("2026-12-31"));
            assertThat(periods.stream().mapToLong(PeriodCounts::downloads).sum()).as(step.name()).isEqualTo(150);
            assertThat(periods.getLast().running()).isEqualTo(150);
        }
        assertThat(PeriodCounts.roll(DAYS, Step.MONTH, day("2026-02-28"), day("2026-03-01")))
                .extracting(PeriodCounts::name)
                .containsExactly("2026-02", "2026-03");
        assertThat(PeriodCounts.roll(DAYS, Step.YEAR, day("2025-05-05"), day("2026-05-05")))
                .extracting(PeriodCounts::name, PeriodCounts::downloads)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2025", 10L), org.assertj.core.groups.Tuple.tuple("2026", 140L));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
