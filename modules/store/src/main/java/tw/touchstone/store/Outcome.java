package tw.touchstone.store;

/// What became of one [Change].
public sealed interface Outcome {

    /// It was made and stands in the log.
    record Written(ChangeEntry entry) implements Outcome {}

    /// The store says so already; nothing was written and no number given.
    ///
    /// @param number of a dataset's change, that of its last one; otherwise 0
    record Unchanged(long number) implements Outcome {}

    /// The dataset was changed by somebody else: the writer's precondition does not hold.
    ///
    /// @param actual the number of the dataset's last change; 0 where it was never there
    record Conflict(long expected, long actual) implements Outcome {}

    /// The dataset to withdraw or to judge is not published.
    record Absent() implements Outcome {}
}
