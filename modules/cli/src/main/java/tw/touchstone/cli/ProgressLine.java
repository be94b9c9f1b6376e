package tw.touchstone.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// One line that is written over and over while work goes on; on a pipe, a line now and then.
final class ProgressLine {

    private static final int TENTH = 10;

    private final PrintWriter err;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private final long begun = System.nanoTime();
    private int tenths = -1;
    private boolean shown;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    void show(long rows, long datasets, double fraction) {
        double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        var text = "%3.0f %%  %,d rows  %,d datasets  %,.0f datasets/s"
                .formatted(fraction * 100, rows, datasets, datasets / seconds);
        if (terminal) {
            err.print("\r" + text + "   ");
            err.flush();
            shown = true;
        } else if ((int) (fraction * TENTH) > tenths) {
            tenths = (int) (fraction * TENTH);
            err.println(text);
            err.flush();
        }
    }

    void end() {
        if (shown) {
            err.println();
        }
        err.flush();
    }
}
