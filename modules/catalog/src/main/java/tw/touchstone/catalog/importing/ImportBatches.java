package tw.touchstone.catalog.importing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final long since;
    private final Supplier<Consumer<Long>> stored;
    private List<Change> changes = new ArrayList<>();
    private List<Boolean> here = new ArrayList<>();
    private Future<?> underWay;

    /// @param since  a later change of a dataset was made by an earlier run of this import
    /// @param stored asked when a batch is handed on; what it gives is told the number of the last change, on another
    ///               thread, once the batch is stored
    ImportBatches(
            CatalogStore store,
            Handover handover,
            ChangeFollower follower,
            ImportCounts counts,
            long since,
            Supplier<Consumer<Long>> stored) {
        this.store = store;
        this.handover = handover;
        this.follower = follower;
        this.counts = counts;
        this.since = since;
        this.stored = stored;
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
        var tell = stored.get();
        underWay = committer.submit(() -> tell.accept(commit(batch, wereHere)));
    }

    private long commit(List<Change> batch, List<Boolean> wereHere) {
        var committed = store.commit(batch);
        int next = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i) instanceof Change.PutDataset(Dataset dataset, OptionalLong expected)) {
                boolean wasHere = wereHere.get(next++);
                switch (committed.outcomes().get(i)) {
                    case Outcome.Written(ChangeEntry entry) -> {
                        handover.offer(entry.number(), dataset);
                        counts.committed(wasHere, true);
                    }
                    case Outcome.Unchanged(long number) when number > since -> counts.committed(wasRevised(number), true);
                    default -> counts.committed(wasHere, false);
                }
            }
        }
        follower.announce(committed.lastNumber());
        follow(committed.lastNumber() - MOST_BEHIND);
        return committed.lastNumber();
    }

    /// Stored by this import before it was broken off, which had no time left to note it.
    private boolean wasRevised(long number) {
        return store.changesSince(number - 1, 1).getFirst().kind() != ChangeEntry.Kind.REGISTERED;
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
