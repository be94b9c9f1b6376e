package tw.touchstone.search;

/// A question of programs: which datasets fulfil a condition, in a stated order, from any place on.
///
/// Beside a [SearchQuery] it has conditions and places that are counted, and no cards, cursors, near matches or series.
///
/// @param text      as in [SearchQuery]; blank asks for everything
/// @param condition what the found have to fulfil besides
/// @param backwards whether the order is the other way round; of [Order#RELEVANCE] always the best come first
/// @param skip      how many datasets are passed over before the first
/// @param size      how many are wanted, 0 to [#MAX_SIZE]
/// @param facets    whether facet counts are wanted; they are counts of what is found, all conditions included
/// @param keywords  whether keywords are to be counted
public record Selection(
        String text,
        Condition condition,
        Order order,
        boolean backwards,
        int skip,
        int size,
        boolean facets,
        boolean keywords) {

    /// The most datasets of one answer.
    public static final int MAX_SIZE = 1_000;

    /// By what the datasets are ordered; equal ones stand in the order of their identifiers.
    public enum Order {
        /// How well the text matches; without a text as [#CHANGED], the last first.
        RELEVANCE,
        IDENTIFIER,
        /// By title, Chinese by strokes.
        TITLE,
        /// By the number of the change that registered or revised them last.
        CHANGED,
        /// By when they were registered.
        REGISTERED
    }

    /// @throws IllegalArgumentException if the size is not between 0 and [#MAX_SIZE], or less than nothing is skipped
    public Selection {
        if (size < 0 || size > MAX_SIZE || skip < 0) {
            throw new IllegalArgumentException(
                    "0 to " + MAX_SIZE + " datasets are selected, from a place not below 0 on");
        }
    }
}
