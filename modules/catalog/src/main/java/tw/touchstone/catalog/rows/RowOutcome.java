package tw.touchstone.catalog.rows;

/// What became of a question to rows.
public sealed interface RowOutcome {

    /// It was answered to its end.
    ///
    /// @param answer whole; the caller closes it
    /// @param total  rows that there would be without a limit; -1 where nobody asked
    /// @param given  rows in the answer
    record Answered(Spooled answer, long total, long given) implements RowOutcome {}

    /// It would have cost more than its limits.
    ///
    /// @param limit  name of the limit: `time`, `memory` or `answer`
    /// @param reason what the limit is, and what to do
    record TooDear(String limit, String reason) implements RowOutcome {}

    /// Others are running.
    record Busy() implements RowOutcome {}
}
