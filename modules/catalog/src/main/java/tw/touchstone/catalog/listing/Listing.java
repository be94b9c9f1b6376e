package tw.touchstone.catalog.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;

/// Keeps the [Inventory] in step with the change log: read once as a whole, then carried on by what is new. Thread-safe.
///
/// It holds some hundred bytes for each dataset that ever was, and no transaction of the store.
public final class Listing {

    private static final int ROUND = 1_000;

    private final CatalogStore store;
    private volatile Inventory current = new Inventory(List.of(), -1, Instant.EPOCH);

    public Listing(CatalogStore store) {
        this.store = store;
    }

    /// The catalogue as of now.
    public Inventory now() {
        var known = current;
        return known.number() == store.lastNumber() ? known : carryOn();
    }

    private synchronized Inventory carryOn() {
        if (current.number() < 0) {
            // What is committed between these two lines is met again below.
            long number = store.lastNumber();
            current = begun(store.standing(), number);
        }
        for (var news = store.changesSince(current.number(), ROUND);
                !news.isEmpty();
                news = store.changesSince(current.number(), ROUND)) {
            current = with(news);
        }
        return current;
    }

    private static Inventory begun(List<ChangeEntry> standing, long number) {
        var all = new ArrayList<Listed>();
        var changed = Instant.EPOCH;
        for (var entry : standing.stream().sorted(Comparator.comparingLong(ChangeEntry::number)).toList()) {
            changed = later(changed, entry.at());
            all.add(listed(entry, changed));
        }
        all.sort(Comparator.comparing(Listed::id));
        return new Inventory(all, number, changed);
    }

    private Inventory with(List<ChangeEntry> news) {
        var all = new TreeMap<DatasetId, Listed>();
        var changed = current.changed();
        for (var entry : news) {
            switch (entry.kind()) {
                case REGISTERED, REVISED, WITHDRAWN -> {
                    changed = later(changed, entry.at());
                    all.put(new DatasetId(entry.subject()), listed(entry, changed));
                }
                case AGENCY, QUALITY -> {}
            }
        }
        long number = news.getLast().number();
        if (all.isEmpty()) {
            return new Inventory(current.all(), number, changed);
        }
        current.all().forEach(each -> all.putIfAbsent(each.id(), each));
        return new Inventory(List.copyOf(all.values()), number, changed);
    }

    private static Listed listed(ChangeEntry entry, Instant changed) {
        return new Listed(
                new DatasetId(entry.subject()), entry.number(), changed, entry.kind() == ChangeEntry.Kind.WITHDRAWN);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
