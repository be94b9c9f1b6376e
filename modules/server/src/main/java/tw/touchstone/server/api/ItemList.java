package tw.touchstone.server.api;

import java.util.List;
import java.util.Optional;

/// One page of a list, as every list of the interface is answered.
///
/// @param total how many items there are on all pages
/// @param next  the address of the page after this one; `null` on the last one
record ItemList<T>(List<T> items, long total, Optional<String> next) {

    ItemList {
        items = List.copyOf(items);
    }
}
