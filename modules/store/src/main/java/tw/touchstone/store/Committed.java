package tw.touchstone.store;

import java.util.List;

/// What a commit did.
///
/// @param outcomes   one per change, in the same order
/// @param lastNumber the number of the log's last entry after the commit
public record Committed(List<Outcome> outcomes, long lastNumber) {

    public Committed {
        outcomes = List.copyOf(outcomes);
    }
}
