package tw.touchstone.catalog.querying;

import java.nio.ByteBuffer;

/// What became of a query.
public sealed interface QueryOutcome {

    /// It ran to its end.
    ///
    /// @param answer the whole of it, which nobody changes
    record Answered(ByteBuffer answer) implements QueryOutcome {

        /// A copy of the answer.
        public byte[] bytes() {
            var bytes = new byte[answer.remaining()];
            answer.duplicate().get(bytes);
            return bytes;
        }
    }

    /// It is no query, or one that is not run here.
    ///
    /// @param reason with line and column where it is no query
    record Refused(String reason) implements QueryOutcome {}

    /// It would have cost more than its limits.
    ///
    /// @param limit  name of the limit: `time`, `rows`, `answer` or `memory`
    /// @param reason what the limit is, and what to do
    record TooDear(String limit, String reason) implements QueryOutcome {}

    /// Others are running.
    record Busy() implements QueryOutcome {}
}
