package tw.touchstone.server.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.usage.PeriodCounts;

/// Counts drawn as columns in a box of [#WIDTH] by [#HEIGHT]; the numbers stand in a table beside it.
///
/// @param path  of all columns
/// @param most  the number at the top of the scale
/// @param first name of the first period
/// @param last  name of the last one
record UsageChart(String path, String most, String first, String last) {

    static final int WIDTH = 640;
    static final int HEIGHT = 160;

    private static final int LEFT = 70;
    private static final int RIGHT = WIDTH - 10;
    private static final int TOP = 10;
    private static final int BOTTOM = HEIGHT - 22;

    /// One chart of some periods; none where there are none.
    static List<UsageChart> of(List<PeriodCounts> periods, ToLongFunction<PeriodCounts> count) {
        if (periods.isEmpty()) {
            return List.of();
        }
        long most = Math.max(1, periods.stream().mapToLong(count).max().orElse(1));
        double width = (double) (RIGHT - LEFT) / periods.size();
        var columns = new ArrayList<String>();
        for (int at = 0; at < periods.size(); at++) {
            long value = count.applyAsLong(periods.get(at));
            if (value > 0) {
                double height = (double) value / most * (BOTTOM - TOP);
                columns.add(String.format(
                        Locale.ROOT,
                        "M%.2f %dV%.2fH%.2fV%dZ",
                        LEFT + at * width + width * 0.1,
                        BOTTOM,
                        BOTTOM - height,
                        LEFT + at * width + width * 0.9,
                        BOTTOM));
            }
        }
        return List.of(new UsageChart(
                String.join("", columns),
                Figures.count(most),
                periods.getFirst().name(),
                periods.getLast().name()));
    }
}
