package tw.touchstone.vocabulary;

import java.time.LocalDate;
import java.util.List;

/// The days off of government offices in one year. (政府行政機關辦公日曆表)
///
/// @param closed Mondays to Fridays on which offices are closed, in order
/// @param worked Saturdays and Sundays on which they work, in order
public record WorkingYear(int year, List<LocalDate> closed, List<LocalDate> worked) {

    public WorkingYear {
        closed = List.copyOf(closed);
        worked = List.copyOf(worked);
    }
}
