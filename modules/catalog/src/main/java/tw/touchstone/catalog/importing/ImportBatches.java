package tw.touchstone.catalog.importing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.model.Dataset;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.Change;
import tw.touchstone.store.ChangeEntry;
import tw.touchstone.store.Outcome;

/// Commits an import's datasets a thousand at a time while the next thousand are being read.
///
/// The follower that scores and indexes is allowed to be a few batches behind, so that neither memory nor the time to
/// the end grows without bound.
final class ImportBatches implements AutoCloseable {

    private static final int SIZE = 1_000;
    private static final long MOST_BEHIND = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CatalogStore store;
    private final Handover handover;
    private final ChangeFollower follower;
    private final ImportCounts counts;
    private final ExecutorService committer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import-commit").factory());
    private List<Change> changes = new ArrayList<>();
    private List<Boolean> here = new ArrayList<>();
    private Future<?> underWay;

    ImportBatches(CatalogStore store, Handover handover, ChangeFollower follower, ImportCounts counts) {
        this.store = store;
        this.handover = handover;
        this.follower = follower;
        this.counts = counts;
        this.underWay = committer.submit(() -> {});
    }

    void add(Change change) {
        changes.add(change);
    }

    /// Adds a dataset; true where that completed a batch.
    boolean add(Dataset dataset, boolean alreadyHere) {
        changes.add(new Change.PutDataset(dataset));
        here.add(alreadyHere);
        if (here.size() < SIZE) {
            return false;
        }
        handOn();
        return true;
    }

    /// Commits the rest and waits until everything can be searched.
    void finish() {
        handOn();
        await(underWay);
        follow(store.lastNumber());
    }

    private void handOn() {
        await(underWay);
        var batch = changes;
        var wereHere = here;
        changes = new ArrayList<>();
        here = new ArrayList<>();
        underWay = committer.submit(() -> commit(batch, wereHere));
    }

    private void commit(List<Change> batch, List<Boolean> wereHere) {
        var committed = store.commit(batch);
        int next = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof Change.PutDataset(Dataset dataset, OptionalLong expected)) {
                boolean changed = committed.outcomes().get(i) instanceof Outcome.Written;
                if (committed.outcomes().get(i) instanceof Outcome.Written(ChangeEntry entry)) {
                    handover.offer(entry.number(), dataset);
                }
                counts.committed(wereHere.get(next++), changed);
            }
        }
        follower.announce(committed.lastNumber());
        follow(committed.lastNumber() - MOST_BEHIND);
    }

    private void follow(long number) {
        try {
            if (!follower.await(number, PATIENCE)) {
                throw new IllegalStateException("scoring and indexing did not follow within " + PATIENCE.toMinutes()
                        + " minutes; what was read is stored, and the next start goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted; run it again to finish it", e);
        }
    }

    private static void await(Future<?> commit) {
        try {
            commit.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted; run it again to finish it", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        committer.close();
    }
}
