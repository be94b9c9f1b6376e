package tw.touchstone.usage;

import java.util.TreeMap;

/// The sums of several series, day by day. Not thread-safe while it is added to.
final class DaySums implements Days {

    private final TreeMap<Integer, int[]> days = new TreeMap<>();

    void add(int epochDay, int[] counts) {
        var sums = days.computeIfAbsent(epochDay, added -> new int[Series.CELLS]);
        for (int cell = 0; cell < Series.CELLS; cell++) {
            sums[cell] += counts[cell];
        }
    }

    @Override
    public void forEachDay(Visitor visitor) {
        days.forEach((day, counts) -> visitor.day(day, counts.clone()));
    }
}
