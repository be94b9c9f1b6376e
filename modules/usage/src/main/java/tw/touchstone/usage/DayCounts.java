package tw.touchstone.usage;

import java.time.LocalDate;
import java.util.List;

/// Counts day by day.
///
/// @param days in order; days on which nothing happened are left out
public record DayCounts(List<Day> days) {

    public DayCounts {
        days = List.copyOf(days);
    }

    /// The counts of one day; the parts mean what they mean in [Totals].
    public record Day(
            LocalDate day,
            long views,
            long downloads,
            long machineViews,
            long machineDownloads,
            long robotViews,
            long robotDownloads) {}
}
