package tw.touchstone.usage;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// How long the periods are that days are rolled up into, by Taiwan's calendar.
public enum Step {
    DAY,
    MONTH,
    QUARTER,
    YEAR;

    /// The first day of the period that a day is in.
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
        };
    }

    /// The first day of the next period.
    public LocalDate next(LocalDate day) {
        var first = first(day);
        return switch (this) {
            case DAY -> first.plusDays(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }

    /// The name of the period that a day is in: `2026-11-21`, `2026-11`, `2026-Q4`, `2026`.
    public String name(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", day.getYear(), day.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.valueOf(day.getYear());
        };
    }
}
