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
    private volatile @Nullable Lines known;

    /// @param parents    of the agencies that still are
    /// @param successors of those that became part of others
    private record Lines(Map<AgencyId, AgencyId> parents, Map<AgencyId, AgencyId> successors) {}

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
        var next = lines().successors();
        Optional<AgencyId> found = Optional.empty();
        var at = next.get(agency);
        for (int steps = 0; at != null && steps <= next.size(); steps++) {
            found = Optional.of(at);
            at = next.get(at);
        }
        return found;
    }

    /// The agency itself, or the one it became part of.
    public AgencyId current(AgencyId agency) {
        return successor(agency).orElse(agency);
    }

    /// Puts an agency below another one, or below none. The caller has seen to it that there is no circle.
    public void place(AgencyId agency, Optional<AgencyId> parent) {
        database.change(sql -> sql.createUpdate("""
                        insert into agency_line (agency, parent) values (:agency, :parent)
                        on conflict (agency) do update set parent = :parent""")
                .bind("agency", agency.value())
                .bind("parent", parent.map(AgencyId::value).orElse(""))
                .execute());
        forget();
    }

    /// Makes an agency part of another one: those below it and the roles for it go over.
    public void merge(AgencyId from, AgencyId into) {
        var below = lines().parents().entrySet().stream()
                .filter(each -> each.getValue().equals(from))
                .map(Map.Entry::getKey)
                .toList();
        below.forEach(each -> place(each, Optional.of(into)));
        database.change(sql -> {
            sql.createUpdate("""
                            insert into agency_line (agency, parent, merged_into) values (:from, '', :into)
                            on conflict (agency) do update set parent = '', merged_into = :into""")
                    .bind("from", from.value())
                    .bind("into", into.value())
                    .execute();
            sql.createUpdate("""
                            insert into account_role (account, role, agency, source)
                            select account, role, :into, source from account_role where agency = :from
                            on conflict do nothing""")
                    .bind("from", from.value())
                    .bind("into", into.value())
                    .execute();
            sql.createUpdate("delete from account_role where agency = :from")
                    .bind("from", from.value())
                    .execute();
            sql.createUpdate("update api_token set agency = :into where agency = :from")
                    .bind("from", from.value())
                    .bind("into", into.value())
                    .execute();
        });
        forget();
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
        return lines().parents();
    }

    private Lines lines() {
        var lines = known;
        if (lines == null) {
            lines = read();
            known = lines;
        }
        return lines;
    }

    private record Line(AgencyId agency, String parent, Optional<AgencyId> mergedInto) {}

    private Lines read() {
        var found = new HashMap<AgencyId, AgencyId>();
        var successors = new HashMap<AgencyId, AgencyId>();
        for (var agency : store.agencies()) {
            var listed = vocabulary.byId(agency.id());
            (listed.isPresent() ? vocabulary.above(agency.id()) : vocabulary.above(agency.name().best(LangText.ZH)))
                    .ifPresent(above -> found.put(agency.id(), above.id()));
        }
        for (var line : database.read(sql -> sql.createQuery("select agency, parent, merged_into from agency_line")
                .map((row, context) -> new Line(
                        new AgencyId(row.getString("agency")),
                        row.getString("parent"),
                        Optional.ofNullable(row.getString("merged_into")).map(AgencyId::new)))
                .list())) {
            found.remove(line.agency());
            line.mergedInto().ifPresent(into -> successors.put(line.agency(), into));
            if (!line.parent().isEmpty()) {
                found.put(line.agency(), new AgencyId(line.parent()));
            }
        }
        return new Lines(Map.copyOf(found), Map.copyOf(successors));
    }

    /// Has the tree read again.
    public void forget() {
        known = null;
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
