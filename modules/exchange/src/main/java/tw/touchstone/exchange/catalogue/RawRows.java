package tw.touchstone.exchange.catalogue;

import java.io.IOException;
import java.util.Optional;

/// The rows of a file, one after the other; none follows a [RawRow.Broken].
interface RawRows {

    Optional<RawRow> next() throws IOException;
}
