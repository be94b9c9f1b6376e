package tw.touchstone.server.operations;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.RuleFaults;
import tw.touchstone.catalog.following.ParkedChange;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.server.http.Problem;

/// How the catalogue is doing, and its compaction.
@RestController
class OperationsController {

    private final Catalog catalog;

    OperationsController(Catalog catalog) {
        this.catalog = catalog;
    }

    /// How the catalogue is doing.
    ///
    /// @param lastChange number of the last change that was committed
    /// @param followed   number up to which everything is scored and searchable
    /// @param troubled   whether scoring or indexing fails at present and is tried again
    /// @param parked     changes that could not be scored or indexed; their datasets show an older state
    /// @param ruleFaults rules that broke while they judged; what they measure is not measured there
    /// @param importing  whether an import waits or is under way
    /// @param diskBytes  of the triple store
    record Status(
            long datasets,
            long lastChange,
            long followed,
            boolean troubled,
            List<ParkedChange> parked,
            List<RuleFaults.Fault> ruleFaults,
            Jobs jobs,
            boolean importing,
            long diskBytes) {}

    record Jobs(long waiting, long running, long failed) {}

    /// What a compaction did.
    ///
    /// @param heldMillis how long writers had to wait
    record Compacted(long bytesBefore, long bytesAfter, long tookMillis, long heldMillis) {}

    @GetMapping(path = "/operations/status", produces = MediaType.APPLICATION_JSON_VALUE)
    Status status() {
        var store = catalog.store();
        return new Status(
                store.datasets(),
                store.lastNumber(),
                catalog.followed(),
                catalog.isFollowingTroubled(),
                catalog.parked().all(),
                catalog.judging().evaluations().faults().all(),
                jobs(catalog.jobs()),
                catalog.importJobs().isUnderWay(),
                store.diskBytes());
    }

    private static Jobs jobs(JobQueue queue) {
        return new Jobs(queue.count("waiting"), queue.count("running"), queue.count("failed"));
    }

    /// Reading and writing go on meanwhile. Not during an import, whose changes would all be carried over again.
    @PostMapping(path = "/operations/compact", produces = MediaType.APPLICATION_JSON_VALUE)
    Compacted compact() {
        if (catalog.importJobs().isUnderWay()) {
            throw Problem.of(HttpStatus.CONFLICT, "an import is under way; compact when it has ended");
        }
        var done = catalog.store().compact();
        return new Compacted(
                done.bytesBefore(),
                done.bytesAfter(),
                done.took().toMillis(),
                done.held().toMillis());
    }
}
