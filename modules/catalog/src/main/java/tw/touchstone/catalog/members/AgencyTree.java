package tw.touchstone.catalog.members;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.touchstone.catalog.following.ChangeStep;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.ChangeEntry;
import tw.touchstone.vocabulary.Agencies;

/// Which agency stands below which, and what became of those that are no more. Thread-safe.
///
/// An administrator's word comes first, then the vocabulary's, then the name: 臺北市政府主計處 stands below 臺北市政府.
/// Nothing but a list of the agencies that publish is held, and made anew when one is added or moved.
public final class AgencyTree implements ChangeStep {

    private final Database database;
    private final CatalogStore store;
    private final Agencies vocabulary;
    private volatile long seen;
    private volatile @Nullable Map<AgencyId, AgencyId> parents;

    public AgencyTree(Database database, CatalogStore store, Agencies vocabulary) {
        this.database = database;
        this.store = store;
        this.vocabulary = vocabulary;
        this.seen = store.lastNumber();
    }

    /// The agency directly above.
    public Optional<AgencyId> parent(AgencyId agency) {
        return Optional.ofNullable(parents().get(agency));
    }

    /// The agency and all below it.
    public Set<AgencyId> reach(AgencyId agency) {
        var all = parents();
        var reach = new HashSet<AgencyId>();
        reach.add(agency);
        all.keySet().stream()
                .filter(each -> isBelow(each, agency, all))
                .forEach(reach::add);
        return reach;
    }

    /// The agency this one became part of, through all mergers since; empty for one that still is.
    public Optional<AgencyId> successor(AgencyId agency) {
        var merged = database.read(sql -> sql.createQuery(
                        "select agency, merged_into from agency_line where merged_into is not null")
                .map((row, context) ->
                        Map.entry(new AgencyId(row.getString("agency")), new AgencyId(row.getString("merged_into"))))
                .list());
        var next = new HashMap<AgencyId, AgencyId>();
        merged.forEach(each -> next.put(each.getKey(), each.getValue()));
        Optional<AgencyId> found = Optional.empty();
        var at = next.get(agency);
        for (int steps = 0; at != null && steps <= next.size(); steps++) {
            found = Optional.of(at);
            at = next.get(at);
        }
        return found;
    }

    private static boolean isBelow(AgencyId agency, AgencyId above, Map<AgencyId, AgencyId> parents) {
        var at = parents.get(agency);
        for (int steps = 0; at != null && steps < parents.size(); steps++) {
            if (at.equals(above)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    private Map<AgencyId, AgencyId> parents() {
        var known = parents;
        if (known == null) {
            known = read();
            parents = known;
        }
        return known;
    }

    private Map<AgencyId, AgencyId> read() {
        var found = new HashMap<AgencyId, AgencyId>();
        for (var agency : store.agencies()) {
            vocabulary
                    .byId(agency.id())
                    .flatMap(known -> vocabulary.above(known.id()))
                    .or(() -> vocabulary.byId(agency.id()).isPresent()
                            ? Optional.empty()
                            : vocabulary.above(agency.name().best(LangText.ZH)))
                    .ifPresent(above -> found.put(agency.id(), above.id()));
        }
        database.read(sql -> sql.createQuery("select agency, parent from agency_line where merged_into is null")
                        .map((row, context) -> List.of(row.getString("agency"), row.getString("parent")))
                        .list())
                .forEach(line -> {
                    var agency = new AgencyId(line.getFirst());
                    found.remove(agency);
                    if (!line.getLast().isEmpty()) {
                        found.put(agency, new AgencyId(line.getLast()));
                    }
                });
        return Map.copyOf(found);
    }

    /// Has the tree read again.
    void forget() {
        parents = null;
    }

    @Override
    public String name() {
        return "agency-tree";
    }

    @Override
    public long lastApplied() {
        return seen;
    }

    @Override
    public void apply(List<ChangeEntry> entries) {
        if (entries.stream().anyMatch(entry -> entry.kind() == ChangeEntry.Kind.AGENCY)) {
            forget();
        }
        seen = entries.getLast().number();
    }
}
