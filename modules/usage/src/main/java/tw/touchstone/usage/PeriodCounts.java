package tw.touchstone.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The counts of one day, month, quarter or year; the parts mean what they mean in [Totals].
///
/// @param name    of the period, see [Step#name(LocalDate)]
/// @param first   day of the period
/// @param running downloads from the beginning of counting to the end of the period
public record PeriodCounts(
        String name,
        LocalDate first,
        long views,
        long downloads,
        long machineViews,
        long machineDownloads,
        long robotViews,
        long robotDownloads,
        long running) {

    /// Rolls all days up to the end of a range into periods, and gives those of the range, empty ones too.
    ///
    /// @param all  every day since counting began, for the running total
    /// @param from a day of the first period
    /// @param to   a day of the last one
    public static List<PeriodCounts> roll(DayCounts all, Step step, LocalDate from, LocalDate to) {
        var sums = new TreeMap<LocalDate, long[]>();
        long running = 0;
        var first = step.first(from);
        var end = step.next(to);
        for (var at = first; at.isBefore(end); at = step.next(at)) {
            sums.put(at, new long[6]);
        }
        for (var day : all.days()) {
            if (day.day().isBefore(first)) {
                running += day.downloads();
            } else if (day.day().isBefore(end)) {
                add(sums.computeIfAbsent(step.first(day.day()), added -> new long[6]), day);
            }
        }
        var periods = new ArrayList<PeriodCounts>();
        for (var each : sums.entrySet()) {
            var sum = each.getValue();
            running += sum[1];
            periods.add(new PeriodCounts(
                    step.name(each.getKey()),
                    each.getKey(),
                    sum[0],
                    sum[1],
                    sum[2],
                    sum[3],
                    sum[4],
                    sum[5],
                    running));
        }
        return List.copyOf(periods);
    }

    private static void add(long[] sum, DayCounts.Day day) {
        sum[0] += day.views();
        sum[1] += day.downloads();
        sum[2] += day.machineViews();
        sum[3] += day.machineDownloads();
        sum[4] += day.robotViews();
        sum[5] += day.robotDownloads();
    }
}
