package tw.touchstone.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;

/// The change log, by which others keep a copy of the catalogue up to date.
@RestController
class ChangeController {

    private static final int MOST = 1_000;

    private final CatalogStore store;

    ChangeController(Catalog catalog) {
        this.store = catalog.store();
    }

    /// One page of changes, oldest first.
    ///
    /// @param last the number of the newest change there is; on the last page the `since` to ask with next time
    record Changes(List<Item> items, long total, Optional<String> next, long last) {}

    /// One change.
    ///
    /// @param kind    `registered`, `revised`, `withdrawn`, `quality` or `agency`
    /// @param subject identifier of the dataset, or of the agency
    record Item(long number, Instant at, String kind, String subject) {}

    @GetMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    Changes changes(HttpServletRequest request) {
        var parameters = Parameters.of(request, Set.of("since", "limit"));
        long since = parameters.number("since", 0, Long.MAX_VALUE).orElse(0L);
        int limit = parameters.number("limit", 1, MOST).orElse(100L).intValue();
        long last = store.lastNumber();
        var items = store.changesSince(since, limit).stream()
                .map(ChangeController::item)
                .toList();
        boolean more = !items.isEmpty() && items.getLast().number() < last;
        return new Changes(
                items,
                Math.max(0, last - since),
                more
                        ? Optional.of(NextPage.of(
                                request, "since", Long.toString(items.getLast().number())))
                        : Optional.empty(),
                last);
    }

    private static Item item(ChangeEntry entry) {
        return new Item(
                entry.number(), entry.at(), entry.kind().name().toLowerCase(Locale.ROOT), entry.subject());
    }
}
