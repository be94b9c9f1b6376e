package tw.touchstone.inspection.table;

import java.time.LocalDate;
import tw.touchstone.model.fact.DayRange;

/// Whether a column's values are all days, months or years, which digits alone do not say, and from when to when.
final class ColumnDates {

    /// Different values that do not all look like days by chance.
    private static final int PROOF = 3;

    private final Tally tally;
    private final Extremes extremes;
    private final NameHints hints;
    private final long filled;
    private final boolean several;

    ColumnDates(ColumnStatistics column, NameHints hints, long distinct) {
        this.tally = column.tally;
        this.extremes = column.extremes;
        this.hints = hints;
        this.filled = column.filled();
        this.several = distinct >= PROOF;
    }

    boolean areAll() {
        if (filled == 0) {
            return false;
        }
        long certain = tally.kind(Kind.DAY) + tally.kind(Kind.TIME) + tally.kind(Kind.SPAN);
        long compact = tally.kind(Kind.COMPACT_DAY);
        long slashed = tally.kind(Kind.SLASHED_MONTH);
        long months = slashed + tally.kind(Kind.COMPACT_MONTH) + tally.kind(Kind.DOTTED_MONTH);
        boolean named = hints.date() || hints.month();
        if (certain > 0 && certain + compact + months == filled && (months == slashed || named)) {
            return true;
        }
        if (compact == filled && (several || hints.date())) {
            return true;
        }
        if (months == filled && (hints.month() || (slashed == filled && several))) {
            return true;
        }
        return areYears();
    }

    /// Bare years count only below a name that says so.
    boolean areYears() {
        boolean integers = filled > 0 && tally.kind(Kind.INTEGER) == filled && hints.year() && !hints.code();
        double low = extremes.leastNumber();
        double high = extremes.greatestNumber();
        return integers && ((low >= 1 && high < 200) || (low >= 1800 && high < 2200));
    }

    boolean areRocYears() {
        return areYears() && extremes.greatestNumber() < 200;
    }

    /// The first and the last day.
    DayRange range() {
        if (areYears()) {
            return new DayRange(
                    LocalDate.of(CivilDays.common((int) extremes.leastNumber()), 1, 1),
                    LocalDate.of(CivilDays.common((int) extremes.greatestNumber()), 12, 31));
        }
        return new DayRange(LocalDate.ofEpochDay(extremes.firstDay()), LocalDate.ofEpochDay(extremes.lastDay()));
    }
}
