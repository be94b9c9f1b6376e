package tw.touchstone.catalog.publishing;

import java.time.Duration;
import java.util.OptionalLong;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.following.Handover;
import tw.touchstone.model.Dataset;
import tw.touchstone.store.Change;
import tw.touchstone.store.GroupCommit;
import tw.touchstone.store.Outcome;

/// Makes one change at a time, together with those of others, and waits until it can be found.
public final class Commits {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GroupCommit commits;
    private final Handover handover;
    private final ChangeFollower follower;

    public Commits(GroupCommit commits, Handover handover, ChangeFollower follower) {
        this.commits = commits;
        this.handover = handover;
        this.follower = follower;
    }

    /// What became of a change.
    sealed interface Result {
        /// It is made, or was not needed.
        ///
        /// @param number the change number the dataset stands at
        record Made(long number) implements Result {}

        /// The dataset stands at another number than expected.
        record Stale(long current) implements Result {}
    }

    Result publish(Dataset dataset, OptionalLong expected) {
        // On the committing thread, so that the dataset is at hand before anybody is told to follow its change.
        return followed(commits.submit(new Change.PutDataset(dataset, expected))
                .thenApply(outcome -> {
                    if (outcome instanceof Outcome.Written written) {
                        handover.offer(written.entry().number(), dataset);
                    }
                    return outcome;
                })
                .join());
    }

    Result commit(Change change) {
        return followed(commits.submit(change).join());
    }

    private Result followed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written written -> {
                awaitFollower(written.entry().number());
                yield new Result.Made(written.entry().number());
            }
            case Outcome.Unchanged unchanged -> new Result.Made(unchanged.number());
            case Outcome.Conflict conflict -> new Result.Stale(conflict.actual());
            case Outcome.Absent absent -> new Result.Stale(0);
        };
    }

    /// The change is on disk already; should the follower be stuck, it is answered all the same and found later.
    private void awaitFollower(long number) {
        try {
            follower.await(number, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
