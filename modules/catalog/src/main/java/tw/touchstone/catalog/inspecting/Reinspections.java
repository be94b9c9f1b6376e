package tw.touchstone.catalog.inspecting;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;

/// Looks again at the bytes kept here that only an earlier inspector has looked at: one job for each file, on the queue,
/// so that a catalogue is open at once after its program was replaced and a restart goes on where it was.
///
/// Until then the earlier facts stand. Bytes behind links are not kept; they are looked at when their link is asked next.
/// Thread-safe.
public final class Reinspections {

    /// The kind of job that inspects the file whose digest is its subject.
    public static final String JOB = "inspect-again";

    private final FactsIndex facts;
    private final Archive archive;
    private final JobQueue jobs;
    private final Consumer<Sha256> inspector;
    private final Function<Sha256, List<DatasetId>> holders;
    private final Consumer<DatasetId> inspected;

    /// The catalogue's second looks.
    ///
    /// @param inspector looks at bytes that are kept, and keeps the facts
    /// @param holders   finds the published datasets that hold some bytes
    /// @param inspected told of each dataset of whose bytes there are new facts
    public Reinspections(
            FactsIndex facts,
            Archive archive,
            JobQueue jobs,
            Consumer<Sha256> inspector,
            Function<Sha256, List<DatasetId>> holders,
            Consumer<DatasetId> inspected) {
        this.facts = facts;
        this.archive = archive;
        this.jobs = jobs;
        this.inspector = inspector;
        this.holders = holders;
        this.inspected = inspected;
    }

    /// Queues every file that is due; called once at the start.
    public void resume() {
        jobs.enqueue(
                JOB,
                facts.outdated().stream().filter(archive::contains).map(Sha256::hex).toList());
    }

    /// Inspects one file, and has the datasets that hold it judged; the work of a [#JOB].
    ///
    /// @param digest of the file, in hexadecimal digits
    public void inspect(String digest) {
        var bytes = new Sha256(digest);
        if (archive.contains(bytes)) {
            inspector.accept(bytes);
            holders.apply(bytes).forEach(inspected);
        }
    }
}
