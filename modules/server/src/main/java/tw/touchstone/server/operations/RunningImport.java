package tw.touchstone.server.operations;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.importing.CatalogueImport;
import tw.touchstone.catalog.importing.ImportOptions;
import tw.touchstone.catalog.importing.ImportOutcome;
import tw.touchstone.catalog.importing.ImportProgress;

/// The one import that may be under way, on a thread of its own: it goes on when whoever asked for it has left.
@Component
class RunningImport {

    private static final Logger LOG = System.getLogger(RunningImport.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CatalogueImport imports;
    private final AtomicReference<Turn> turn = new AtomicReference<>(new Turn.Free());

    RunningImport(Catalog catalog) {
        this.imports = catalog.imports();
    }

    /// What an import tells while it runs.
    sealed interface Told {
        record Progress(ImportProgress progress) implements Told {}

        record Ended(ImportOutcome outcome) implements Told {}

        record Failed(String reason) implements Told {}

        /// Whether nothing follows.
        default boolean isLast() {
            return !(this instanceof Progress);
        }
    }

    /// Whose turn it is.
    private sealed interface Turn {
        record Free() implements Turn {}

        /// A file is being received.
        record Taken() implements Turn {}

        record Running(Thread thread) implements Turn {}
    }

    boolean isUnderWay() {
        return !(turn.get() instanceof Turn.Free);
    }

    /// Takes the turn; false where another import has it. Whoever took it starts an import or [#giveBack]s it.
    boolean take() {
        var now = turn.get();
        return now instanceof Turn.Free && turn.compareAndSet(now, new Turn.Taken());
    }

    void giveBack() {
        turn.set(new Turn.Free());
    }

    /// Starts an import of a file in the taken turn; the turn ends with it.
    ///
    /// @param afterwards run when the file is no longer needed
    /// @return what it tells, the last of which says how it ended
    BlockingQueue<Told> start(Path file, ImportOptions options, Runnable afterwards) {
        var told = new LinkedBlockingQueue<Told>();
        var thread = Thread.ofPlatform().name("import").daemon(true).unstarted(() -> {
            var last = run(file, options, told);
            try {
                afterwards.run();
            } catch (UncheckedIOException e) {
                LOG.log(Level.WARNING, "the imported file stays until the next start", e);
            }
            giveBack();
            told.add(last);
        });
        turn.set(new Turn.Running(thread));
        thread.start();
        return told;
    }

    private Told run(Path file, ImportOptions options, BlockingQueue<Told> told) {
        try {
            var outcome = imports.run(file, options, progress -> told.add(new Told.Progress(progress)));
            LOG.log(Level.INFO, "import of " + file.getFileName() + " ended");
            return new Told.Ended(outcome);
        } catch (RuntimeException | Error e) {
            // An error too: whoever waits for the last line would wait for ever, and so would the next import.
            LOG.log(Level.ERROR, "import of " + file.getFileName() + " failed", e);
            return new Told.Failed(String.valueOf(e));
        }
    }

    /// A server that stops does not wait for the end of a long file: what was committed stays, and the same import
    /// again brings the rest.
    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (turn.get() instanceof Turn.Running(Thread thread)) {
            thread.interrupt();
            try {
                if (!thread.join(PATIENCE)) {
                    LOG.log(Level.WARNING, "the import did not stop in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
