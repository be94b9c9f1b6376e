package tw.touchstone.search;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A condition of a typed text that is no text itself.
sealed interface Narrowing {

    /// Whether what fulfils it is left out instead.
    boolean unwanted();

    /// Any of these values of a facet.
    record Values(Facet facet, Set<String> values, boolean unwanted) implements Narrowing {
        public Values {
            values = Set.copyOf(values);
        }
    }

    /// Modified on these days, both included.
    record Modified(Optional<LocalDate> first, Optional<LocalDate> last, boolean unwanted) implements Narrowing {}
}
