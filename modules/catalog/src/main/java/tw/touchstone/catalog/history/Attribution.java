package tw.touchstone.catalog.history;

import java.util.List;

/// How one verdict became another: the share of each cause, in the order of [Cause].
///
/// The shares are those of a walk: the old inputs are replaced by the new ones kind by kind, and each time it is judged
/// anew. So they add up: the first begins at `before`, each begins where the one before it ended, and the last ends at
/// `after`.
///
/// @param shares only of causes that changed something
public record Attribution(Verdict before, Verdict after, List<Share> shares) {

    public Attribution {
        shares = List.copyOf(shares);
    }

    /// What one cause did.
    ///
    /// @param from       the verdict before it
    /// @param to         the verdict after it
    /// @param difference of the score, in ten-thousandths of a point
    public record Share(Cause cause, Verdict from, Verdict to, long difference) {}
}
