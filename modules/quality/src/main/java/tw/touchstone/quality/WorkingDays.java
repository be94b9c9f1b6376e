package tw.touchstone.quality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tw.touchstone.model.Sha256;

/// The days on which government offices work. (政府行政機關辦公日曆表)
///
/// In years of which nothing is known, Monday to Friday are worked. Immutable.
public final class WorkingDays {

    /// Nothing is known of any year.
    public static final WorkingDays MONDAY_TO_FRIDAY = new WorkingDays(new Calendar(List.of(), List.of(), List.of()));

    private final Set<Integer> years;
    private final Set<LocalDate> closed;
    private final Set<LocalDate> worked;
    private final Calendar calendar;
    private final Sha256 digest;

    /// A calendar as data.
    ///
    /// @param years  whose days off are known
    /// @param closed Mondays to Fridays on which offices are closed
    /// @param worked Saturdays and Sundays on which they work
    public record Calendar(List<Integer> years, List<LocalDate> closed, List<LocalDate> worked) {

        public Calendar {
            years = years.stream().sorted().toList();
            closed = closed.stream().sorted().toList();
            worked = worked.stream().sorted().toList();
        }
    }

    public WorkingDays(Calendar calendar) {
        this.years = Set.copyOf(calendar.years);
        this.closed = new HashSet<>(calendar.closed);
        this.worked = new HashSet<>(calendar.worked);
        this.calendar = calendar;
        this.digest = Sha256.of(QualityJson.canonical(calendar));
    }

    /// Whether offices work on this day.
    public boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? worked.contains(day) : !closed.contains(day);
    }

    /// The first day worked from this one on, itself included.
    public LocalDate workedFrom(LocalDate day) {
        var each = day;
        while (!isWorked(each)) {
            each = each.plusDays(1);
        }
        return each;
    }

    /// The day that comes so many working days after this one.
    public LocalDate after(LocalDate day, int workingDays) {
        var each = day;
        for (int left = workingDays; left > 0; left--) {
            each = workedFrom(each.plusDays(1));
        }
        return each;
    }

    /// Whether the days off of this day's year are known.
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /// The years whose days off are known, in words, for example `2024, 2025`.
    public String knownYears() {
        return years.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// The calendar as data.
    public Calendar calendar() {
        return calendar;
    }

    /// Of the calendar.
    public Sha256 digest() {
        return digest;
    }
}
