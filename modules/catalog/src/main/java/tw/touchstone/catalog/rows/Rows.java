package tw.touchstone.catalog.rows;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.inspecting.Inspections;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Sha256;

/// The rows of the files that are kept here: made by a job once a file has been inspected, and asked by [RowQuery].
///
/// Thread-safe; closed once.
public final class Rows implements AutoCloseable {

    /// The kind of job that makes the rows of the file whose digest is its subject.
    public static final String JOB = "make-rows";

    private final Archive archive;
    private final JobQueue jobs;
    private final RowFiles files;
    private final RowMaking making;
    private final RowEngine engine;

    /// The catalogue's rows.
    ///
    /// @param folder   where the Parquet files are; derived, may be deleted together with the lines of the index
    /// @param incoming folder for files on their way
    public Rows(
            Database database,
            Archive archive,
            JobQueue jobs,
            Inspections inspections,
            Path folder,
            Path incoming,
            RowLimits limits) {
        this.archive = archive;
        this.jobs = jobs;
        this.files = new RowFiles(database, folder);
        this.making = new RowMaking(inspections, files, incoming);
        this.engine = new RowEngine(limits, incoming);
    }

    /// Queues every kept file whose rows are due; called once at the start.
    public void resume() {
        jobs.enqueue(JOB, files.due().stream().filter(archive::contains).map(Sha256::hex).toList());
    }

    /// Makes the rows of one file; the work of a [#JOB].
    ///
    /// @param digest of the file, in hexadecimal digits
    public void make(String digest) {
        var file = new Sha256(digest);
        if (archive.contains(file)) {
            making.make(file);
        }
    }

    /// The tables of a kept file; empty where they are being made, which is seen to.
    public Optional<List<TableState>> tables(Sha256 file) {
        var known = files.tables(file).filter(this::areThere);
        // One that failed waits for its next try, however often somebody asks.
        if (known.isEmpty() && !jobs.isOpen(JOB, file.hex())) {
            jobs.enqueue(JOB, List.of(file.hex()));
        }
        return known;
    }

    private boolean areThere(List<TableState> tables) {
        return tables.stream()
                .allMatch(each -> !(each instanceof TableState.Ready(var table)) || Files.exists(parquet(table)));
    }

    /// The Parquet file of a table.
    public Path parquet(RowTable table) {
        return files.parquet(table.file(), table.number());
    }

    /// Asks a table.
    ///
    /// @param writer makes what writes the answer
    public RowOutcome ask(RowTable table, RowQuery query, Function<OutputStream, RowWriter> writer) {
        return engine.ask(parquet(table), table.rows(), query, writer);
    }

    @Override
    public void close() {
        engine.close();
    }
}
