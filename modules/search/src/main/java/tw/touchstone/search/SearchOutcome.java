package tw.touchstone.search;

/// What a search answers.
public sealed interface SearchOutcome permits SearchResult, SearchOutcome.InvalidCursor {

    /// The `after` of the query is none of ours, or belongs to a different question.
    record InvalidCursor(String reason) implements SearchOutcome {}
}
