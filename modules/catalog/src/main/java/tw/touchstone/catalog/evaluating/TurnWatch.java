package tw.touchstone.catalog.evaluating;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Looks on while awards become others.
@FunctionalInterface
public interface TurnWatch {

    /// Nobody looks on.
    TurnWatch NOBODY = _ -> _ -> {};

    /// Told of awards that are about to become others; their scorecards are in the archive already.
    ///
    /// @param turns at least one
    /// @return what to write in the transaction that records them, so that it is written just once
    Consumer<Handle> seen(List<Turn> turns);
}
