package tw.touchstone.server.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A history drawn as steps: flat while nothing changes, and a dot where something does.
///
/// @param path of the line, in the coordinates of a box of [#WIDTH] by [#HEIGHT]
/// @param dots one for each moment
record Curve(String path, List<Dot> dots) {

    static final int WIDTH = 640;
    static final int HEIGHT = 160;

    private static final int MARGIN = 10;

    Curve {
        dots = List.copyOf(dots);
    }

    /// A change.
    record Dot(double x, double y) {}

    /// A value from a moment on.
    ///
    /// @param height from 0 at the bottom to 1 at the top
    record Step(Instant at, double height) {}

    /// Draws steps, oldest first, the last of which lasts until now.
    static Curve of(List<Step> steps, Instant now) {
        var begin = steps.getFirst().at();
        double whole = Math.max(1, Duration.between(begin, now).toMillis());
        var path = new StringBuilder();
        var dots = new ArrayList<Dot>();
        for (var step : steps) {
            double x = MARGIN + Duration.between(begin, step.at()).toMillis() / whole * (WIDTH - 2 * MARGIN);
            double y = HEIGHT - MARGIN - step.height() * (HEIGHT - 2 * MARGIN);
            path.append(path.isEmpty() ? "M%s %s".formatted(text(x), text(y)) : "H%s V%s".formatted(text(x), text(y)));
            dots.add(new Dot(x, y));
        }
        path.append("H").append(text(WIDTH - MARGIN));
        return new Curve(path.toString(), dots);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
