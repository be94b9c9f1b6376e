package tw.touchstone.catalog.inspecting;

import java.util.LinkedHashMap;
import java.util.List;
import tw.touchstone.catalog.following.ChangeStep;
import tw.touchstone.catalog.following.FollowerNumbers;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;
import tw.touchstone.store.ChangeEntry.Kind;

/// Puts the links of every published dataset on the schedule, also of those that were imported before this was wanted.
public final class LinkStep implements ChangeStep {

    private static final String FOLLOWER = "links";

    private final CatalogStore store;
    private final LinkChecks checks;
    private final Database database;
    private volatile long lastApplied;

    public LinkStep(CatalogStore store, LinkChecks checks, Database database) {
        this.store = store;
        this.checks = checks;
        this.database = database;
        this.lastApplied = FollowerNumbers.read(database, FOLLOWER);
    }

    @Override
    public String name() {
        return FOLLOWER;
    }

    @Override
    public long lastApplied() {
        return lastApplied;
    }

    @Override
    public void apply(List<ChangeEntry> entries) {
        var touched = new LinkedHashMap<DatasetId, Kind>();
        for (var entry : entries) {
            if (entry.kind() == Kind.REGISTERED || entry.kind() == Kind.REVISED || entry.kind() == Kind.WITHDRAWN) {
                touched.put(new DatasetId(entry.subject()), entry.kind());
            }
        }
        var published = touched.keySet().stream()
                .flatMap(each -> store.dataset(each).stream())
                .toList();
        checks.enrol(published);
        published.forEach(each -> touched.remove(each.id()));
        touched.keySet().forEach(checks::forget);
        long last = entries.getLast().number();
        database.change(sql -> FollowerNumbers.write(sql, FOLLOWER, last));
        lastApplied = last;
    }
}
