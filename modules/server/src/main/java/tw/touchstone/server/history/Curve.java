package tw.touchstone.server.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A history drawn as steps: flat while nothing changes, and a dot where something does.
///
/// @param path  of the line, in the coordinates of a box of [#WIDTH] by [#HEIGHT]
/// @param dots  one for each moment
/// @param rungs what the heights mean, highest last
record Curve(String path, List<Dot> dots, List<Rung> rungs) {

    static final int WIDTH = 640;
    static final int HEIGHT = 160;

    private static final int MARGIN = 10;

    /// Where the line begins; before it stand the names of the heights.
    private static final int LEFT = 110;

    Curve {
        dots = List.copyOf(dots);
        rungs = List.copyOf(rungs);
    }

    /// A height and its name.
    record Rung(String name, double y) {

        /// @param height from 0 at the bottom to 1 at the top
        static Rung at(double height, String name) {
            return new Rung(name, level(height));
        }
    }

    /// A change.
    record Dot(double x, double y) {}

    /// A value from a moment on.
    ///
    /// @param height from 0 at the bottom to 1 at the top
    record Step(Instant at, double height) {}

    /// Draws steps, oldest first, the last of which lasts until now.
    static Curve of(List<Step> steps, List<Rung> rungs, Instant now) {
        var begin = steps.getFirst().at();
        double whole = Math.max(1, Duration.between(begin, now).toMillis());
        var path = new StringBuilder();
        var dots = new ArrayList<Dot>();
        for (var step : steps) {
            double x = LEFT + Duration.between(begin, step.at()).toMillis() / whole * (WIDTH - LEFT - MARGIN);
            double y = level(step.height());
            path.append(path.isEmpty() ? "M%s %s".formatted(text(x), text(y)) : "H%s V%s".formatted(text(x), text(y)));
            dots.add(new Dot(x, y));
        }
        path.append("H").append(text(WIDTH - MARGIN));
        return new Curve(path.toString(), dots, rungs);
    }

    private static double level(double height) {
        return HEIGHT - MARGIN - height * (HEIGHT - 2 * MARGIN);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
