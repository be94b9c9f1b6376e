package tw.touchstone.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import tw.touchstone.usage.DayCounts.Day;

/// Adds days up into what is shown.
final class Summary {

    private Summary() {}

    static Totals totals(Days series, LocalDate today) {
        int last = Tally.epochDay(today);
        var all = new long[Series.CELLS];
        var month = new long[Series.CELLS];
        var week = new long[Series.CELLS];
        series.forEachDay((day, counts) -> {
            add(all, counts);
            if (day <= last && day > last - 30) {
                add(month, counts);
            }
            if (day <= last && day > last - 7) {
                add(week, counts);
            }
        });
        return new Totals(
                wanted(all, Kind.VIEW),
                wanted(all, Kind.DOWNLOAD),
                wanted(month, Kind.VIEW),
                wanted(month, Kind.DOWNLOAD),
                wanted(week, Kind.VIEW),
                wanted(week, Kind.DOWNLOAD),
                all[Series.cell(Agent.MACHINE, Kind.VIEW)],
                all[Series.cell(Agent.MACHINE, Kind.DOWNLOAD)],
                all[Series.cell(Agent.ROBOT, Kind.VIEW)],
                all[Series.cell(Agent.ROBOT, Kind.DOWNLOAD)]);
    }

    static DayCounts days(Days series, LocalDate from, LocalDate to) {
        int first = Tally.epochDay(from);
        int last = Tally.epochDay(to);
        var days = new ArrayList<Day>();
        series.forEachDay((day, counts) -> {
            if (day >= first && day <= last) {
                var sums = new long[Series.CELLS];
                add(sums, counts);
                days.add(new Day(
                        LocalDate.ofEpochDay(day),
                        wanted(sums, Kind.VIEW),
                        wanted(sums, Kind.DOWNLOAD),
                        sums[Series.cell(Agent.MACHINE, Kind.VIEW)],
                        sums[Series.cell(Agent.MACHINE, Kind.DOWNLOAD)],
                        sums[Series.cell(Agent.ROBOT, Kind.VIEW)],
                        sums[Series.cell(Agent.ROBOT, Kind.DOWNLOAD)]));
            }
        });
        return new DayCounts(days);
    }

    static long since(Days series, Kind kind, LocalDate since) {
        int first = Tally.epochDay(since);
        if (series.endsBefore(first)) {
            return 0;
        }
        var sums = new long[Series.CELLS];
        series.forEachDay((day, counts) -> {
            if (day >= first) {
                add(sums, counts);
            }
        });
        return wanted(sums, kind);
    }

    private static void add(long[] sums, int[] counts) {
        for (int cell = 0; cell < Series.CELLS; cell++) {
            sums[cell] += counts[cell];
        }
    }

    private static long wanted(long[] sums, Kind kind) {
        return sums[Series.cell(Agent.HUMAN, kind)] + sums[Series.cell(Agent.MACHINE, kind)];
    }
}
