package tw.touchstone.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tw.touchstone.inspection.table.RowSink;

/// Says what bytes really are: format, encoding, dialect, records, and what is odd about them.
///
/// A pure function of the bytes: names, times and the machine play no part, and caps are counted in bytes, rows or
/// characters. The one cap on time never cuts facts: where it is reached there are none. Reads streaming, in constant
/// memory. Safe for use by several threads.
public final class Inspector {

    /// Names this behaviour; facts of the same bytes and the same version are equal.
    public static final String VERSION = "6";

    /// Far more than the largest file that is accepted takes.
    private static final Duration TIME_CAP = Duration.ofMinutes(10);

    private final Duration timeCap;

    /// With ten minutes for each file.
    public Inspector() {
        this(TIME_CAP);
    }

    /// With another cap on the time that one file may take.
    public Inspector(Duration timeCap) {
        this.timeCap = timeCap;
    }

    /// Inspects a file by its content alone.
    public Inspection inspect(Path file) {
        return inspect(file, RowSink.NONE);
    }

    /// Inspects a file and hands on the rows that the facts count.
    public Inspection inspect(Path file, RowSink sink) {
        // A pipe or a device must not even be opened: that could block for ever.
        if (!Files.exists(file)) {
            return new Inspection.NotInspected("missing");
        }
        return Files.isRegularFile(file)
                ? inspect(ByteSource.of(file), sink)
                : new Inspection.NotInspected("not-a-file");
    }

    /// Inspects bytes.
    public Inspection inspect(ByteSource source) {
        return inspect(source, RowSink.NONE);
    }

    /// Inspects bytes and hands on the rows that the facts count.
    public Inspection inspect(ByteSource source, RowSink sink) {
        var timed = new TimedSource(source, timeCap);
        var watch = Watch.over(Thread.currentThread(), timeCap);
        try (watch) {
            var facts = new Inspecting(timed, sink).facts();
            if (timed.isUp() || watch.hasRung()) {
                return new Inspection.NotInspected("time-cap");
            }
            return timed.hasFailed() || Thread.currentThread().isInterrupted()
                    ? new Inspection.NotInspected("unreadable")
                    : new Inspection.Inspected(MaskedFacts.of(facts));
        } catch (TimedSource.TimeUp e) {
            return new Inspection.NotInspected("time-cap");
        } catch (IOException | UncheckedIOException e) {
            return new Inspection.NotInspected(timed.isUp() || watch.hasRung() ? "time-cap" : "unreadable");
        }
    }
}
