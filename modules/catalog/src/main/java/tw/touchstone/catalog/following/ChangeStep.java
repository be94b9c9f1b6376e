package tw.touchstone.catalog.following;

import java.util.List;
import tw.touchstone.store.ChangeEntry;

/// One thing that is derived from the published metadata and kept up to date with it.
public interface ChangeStep {

    /// What it is called where it could not take in a change.
    String name();

    /// The number of the last change this step has taken in, as it survives a restart.
    long lastApplied();

    /// Takes in changes in their order. Taking the same change in twice does no harm.
    ///
    /// @param entries what follows [#lastApplied()], at least one
    void apply(List<ChangeEntry> entries);
}
