package tw.touchstone.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets many threads submit single changes and commits what waits together.
///
/// A small transaction costs TDB2 about as much time and disk as sixteen in one, so the thread takes whatever waits, at
/// most 100 changes: the fixed cost of a transaction is what they share. An idle store commits at once. A
/// change that fails does not take its group with it.
public final class GroupCommit implements AutoCloseable {

    private static final int MAX_GROUP = 100;
    private static final int MAX_WAITING = 2_000;

    private final CatalogStore store;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;

    private record Waiting(Change change, CompletableFuture<Outcome> outcome) {}

    public GroupCommit(CatalogStore store) {
        this.store = store;
        this.thread = Thread.ofPlatform().daemon().name("catalog-group-commit").start(this::run);
    }

    /// Puts a change in the queue, and waits while 2,000 others wait.
    ///
    /// @return completes when the change is durable, with an exception where the store threw one
    public CompletableFuture<Outcome> submit(Change change) {
        var waiting = new Waiting(change, new CompletableFuture<>());
        try {
            queue.put(waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.outcome().completeExceptionally(e);
        }
        if (closed.get() && queue.remove(waiting)) {
            waiting.outcome().completeExceptionally(new IllegalStateException("the store is closing"));
        }
        return waiting.outcome();
    }

    private void run() {
        var group = new ArrayList<Waiting>();
        while (!closed.get() || !queue.isEmpty()) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                continue;
            }
            queue.drainTo(group, MAX_GROUP - 1);
            commit(group);
            group.clear();
        }
    }

    private void commit(List<Waiting> group) {
        try {
            var committed = store.commit(group.stream().map(Waiting::change).toList());
            for (int at = 0; at < group.size(); at++) {
                group.get(at).outcome().complete(committed.outcomes().get(at));
            }
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().outcome().completeExceptionally(e);
            } else {
                group.forEach(each -> commit(List.of(each)));
            }
        }
    }

    /// Commits what waits, and takes nothing more.
    @Override
    public void close() {
        closed.set(true);
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
