package tw.touchstone.catalog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Sha256;
import tw.touchstone.store.CatalogStore;

/// Imports as jobs: a file that was sent is kept until it is imported, whatever becomes of whoever sent it or of this
/// process. One is under way at a time, the others wait in their order. Thread-safe.
///
/// An import that was broken off goes on after the last batch that was stored, and ends with the numbers and the log
/// that it would have ended with. (ADR 67)
public final class ImportJobs implements AutoCloseable {

    /// The kind of its jobs in the queue.
    public static final String JOB = "import";

    /// So many imports may wait.
    public static final int WAITING = 20;

    private static final Logger LOG = System.getLogger(ImportJobs.class.getName());

    private final CatalogueImport imports;
    private final ImportJobTable table;
    private final JobQueue queue;
    private final CatalogStore store;
    private final Clock clock;
    private final Path folder;
    private final Path incoming;
    private final ReentrantLock submitting = new ReentrantLock();
    private volatile Runnable wake = () -> {};
    private volatile boolean closing;

    /// @param folder   where files wait for their import
    /// @param incoming where they are put together, on the same disk
    public ImportJobs(
            CatalogueImport imports,
            Database database,
            JobQueue queue,
            CatalogStore store,
            Path folder,
            Path incoming,
            Clock clock) {
        this.imports = imports;
        this.table = new ImportJobTable(database, clock);
        this.queue = queue;
        this.store = store;
        this.folder = folder;
        this.incoming = incoming;
        this.clock = clock;
    }

    /// What became of a wish to import.
    public sealed interface Submitted {
        /// It waits or is under way.
        record Accepted(ImportJob job) implements Submitted {}

        /// The very file was sent before, with the same options; this is its import.
        record Known(ImportJob job) implements Submitted {}

        /// Too many imports wait.
        record TooMany() implements Submitted {}
    }

    /// Takes in a file; empty where it has more than so many bytes. The stream is not closed.
    ///
    /// @throws IOException if the sender breaks off, or the disk is full
    public Optional<ReceivedFile> receive(InputStream bytes, long limit) throws IOException {
        return ReceivedFile.of(bytes, limit, incoming);
    }

    /// Queues an import of a received file, which is this object's from here on.
    ///
    /// @param name  of the file, for people
    /// @param again whether to import also a file whose import has ended well
    public Submitted submit(ReceivedFile received, String name, ImportOptions options, String by, boolean again) {
        submitting.lock();
        try {
            var known = table.known(received.digest(), options)
                    .filter(job -> job.state().isOpen() || !again);
            if (known.isPresent()) {
                received.drop();
                return new Submitted.Known(known.get());
            }
            if (table.open().size() > WAITING) {
                received.drop();
                return new Submitted.TooMany();
            }
            keep(received);
            long id = table.add(received.digest(), name, options, by);
            enqueue(id);
            return new Submitted.Accepted(table.job(id).orElseThrow());
        } finally {
            submitting.unlock();
        }
    }

    private void keep(ReceivedFile received) {
        try {
            Files.createDirectories(folder);
            Files.move(received.at(), file(received.digest()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            received.drop();
            throw new UncheckedIOException("the file cannot be kept: " + e.getMessage(), e);
        }
    }

    private Path file(Sha256 digest) {
        return folder.resolve(digest.hex());
    }

    private void enqueue(long id) {
        queue.enqueueAt(JOB, Long.toString(id), clock.instant());
        wake.run();
    }

    /// The import of this number.
    public Optional<ImportJob> job(long id) {
        return table.job(id);
    }

    /// Imports with smaller numbers, the newest first.
    public List<ImportJob> before(long id, int limit) {
        return table.before(id, limit);
    }

    /// How many imports are remembered.
    public long count() {
        return table.count();
    }

    /// Whether an import waits or runs.
    public boolean isUnderWay() {
        return !table.open().isEmpty();
    }

    /// The log of an import after an entry, in order.
    ///
    /// @param kind only entries of this kind
    public List<ImportLogEntry> log(long id, long after, int limit, Optional<String> kind) {
        return table.log(id, after, limit, kind);
    }

    /// How many entries of this kind the log has.
    public long logged(long id, Optional<String> kind) {
        return table.logged(id, kind);
    }

    /// Ends an open import: at once where it waits, after the batch under way where it runs.
    ///
    /// @return how it stands then; empty where there is none of this number
    public Optional<ImportJob> cancel(long id) {
        table.cancel(id);
        tidy();
        return table.job(id);
    }

    /// Takes up what an earlier process left.
    ///
    /// @param wakeRunner called when there is new work
    public void resume(Runnable wakeRunner) {
        wake = wakeRunner;
        table.open().forEach(job -> enqueue(job.id()));
        tidy();
    }

    /// Does the job of this import.
    public void run(String subject) {
        var begun = table.begin(Long.parseLong(subject), store.lastNumber());
        if (begun.isEmpty() || closing) {
            return;
        }
        var job = begun.get();
        try {
            end(job.id(), imports.run(file(job.file()), job.options(), _ -> {}, new Journal(job)));
        } catch (RuntimeException | Error e) {
            if (closing) {
                return;
            }
            // An error too: whoever looks at the import would see it run for ever.
            LOG.log(Level.ERROR, "import " + job.id() + " of " + job.name() + " failed", e);
            table.end(job.id(), ImportJob.State.FAILED, "", List.of(), String.valueOf(e.getMessage()));
        }
        tidy();
    }

    private void end(long id, ImportOutcome outcome) {
        switch (outcome) {
            case ImportOutcome.Imported done ->
                table.end(id, ImportJob.State.DONE, done.report().json(), done.text(), "");
            case ImportOutcome.Cancelled(var soFar) ->
                table.end(id, ImportJob.State.CANCELLED, soFar.report().json(), soFar.text(), "");
            case ImportOutcome.Unreadable(var message) ->
                table.end(id, ImportJob.State.UNREADABLE, "", List.of(), message);
            case ImportOutcome.Suspended _ -> LOG.log(Level.INFO, "import " + id + " goes on after the next start");
        }
    }

    /// Lets go of files that no open import needs.
    private void tidy() {
        submitting.lock();
        try {
            if (!Files.isDirectory(folder)) {
                return;
            }
            var needed = table.open().stream().map(ImportJob::file).map(this::file).collect(Collectors.toSet());
            try (var files = Files.list(folder)) {
                files.filter(file -> !needed.contains(file)).toList().forEach(ImportJobs::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            submitting.unlock();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the file " + file + " stays until the next start", e);
        }
    }

    /// Asks the import under way to stop after its batch; it goes on after the next start.
    @Override
    public void close() {
        closing = true;
    }

    private final class Journal implements ImportJournal {
        private final ImportJob job;

        Journal(ImportJob job) {
            this.job = job;
        }

        @Override
        public ImportPosition resumed() {
            return job.position();
        }

        @Override
        public List<ImportOutcome.KeptOut> keptOut() {
            return table.log(job.id(), 0, ImportOutcome.Imported.LISTED, Optional.of(ImportLog.KEPT_OUT)).stream()
                    .map(entry -> new ImportOutcome.KeptOut(entry.line(), entry.subject(), entry.text()))
                    .toList();
        }

        @Override
        public void save(ImportPosition position, List<ImportLogEntry> entries) {
            table.save(job.id(), position, entries);
        }

        @Override
        public Wish wish() {
            if (closing) {
                return Wish.SUSPEND;
            }
            return table.isCancelWanted(job.id()) ? Wish.CANCEL : Wish.GO_ON;
        }
    }
}
