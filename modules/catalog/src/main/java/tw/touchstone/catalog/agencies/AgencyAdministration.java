package tw.touchstone.catalog.agencies;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.following.ChangeFollower;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.Change;
import tw.touchstone.store.DatasetState;
import tw.touchstone.store.Outcome;

/// Creates, renames, moves and merges agencies. A slug is never given twice and never goes away: what pointed to an
/// agency leads to the one it became part of. Thread-safe.
public final class AgencyAdministration {

    private static final Duration PATIENCE = Duration.ofSeconds(20);


    private static final int BATCH = 200;

    private final Database database;
    private final CatalogStore store;
    private final ChangeFollower follower;
    private final AgencyTree tree;
    private final AuditLog audit;
    private final Clock clock;

    public AgencyAdministration(
            Database database,
            CatalogStore store,
            ChangeFollower follower,
            AgencyTree tree,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.follower = follower;
        this.tree = tree;
        this.audit = audit;
        this.clock = clock;
    }

    /// Creates an agency below another one, or below none.
    public AgencyChange create(Agency agency, Optional<AgencyId> parent, Account by) {
        if (store.agency(agency.id()).isPresent() || tree.successor(agency.id()).isPresent()) {
            return new AgencyChange.Taken();
        }
        if (parent.filter(each -> !isThere(each)).isPresent()) {
            return new AgencyChange.Absent();
        }
        commit(List.of(new Change.PutAgency(agency)));
        tree.place(agency.id(), parent);
        audit.record(
                by.name(),
                AuditAction.AGENCY_CREATED,
                agency.id().value(),
                agency.name().best(LangText.ZH) + parent.map(each -> ", below " + each).orElse(""),
                "");
        return new AgencyChange.Done(0);
    }

    /// Gives an agency another name; it is still found by the one it had.
    public AgencyChange rename(AgencyId id, LangText name, Account by) {
        var agency = store.agency(id).filter(each -> isThere(id));
        if (agency.isEmpty()) {
            return new AgencyChange.Absent();
        }
        var before = agency.get().name();
        if (before.equals(name)) {
            return new AgencyChange.Done(0);
        }
        database.change(sql -> sql.createUpdate("""
                        insert into agency_name (agency, zh, en, until) values (:agency, :zh, :en, :now)
                        on conflict (agency, until) do nothing""")
                .bind("agency", id.value())
                .bind("zh", before.in(LangText.ZH).orElse(""))
                .bind("en", before.in(LangText.EN).orElse(""))
                .bind("now", SqlInstant.text(clock.instant()))
                .execute());
        commit(List.of(new Change.PutAgency(
                new Agency(id, name, agency.get().oid(), withNames(agency.get(), before, name)))));
        audit.record(
                by.name(),
                AuditAction.AGENCY_RENAMED,
                id.value(),
                before.best(LangText.ZH) + " → " + name.best(LangText.ZH),
                "");
        return new AgencyChange.Done(0);
    }

    /// Puts an agency below another one, or below none.
    public AgencyChange move(AgencyId id, Optional<AgencyId> parent, Account by) {
        if (!isThere(id) || parent.filter(each -> !isThere(each)).isPresent()) {
            return new AgencyChange.Absent();
        }
        if (parent.filter(each -> tree.reach(id).contains(each)).isPresent()) {
            return new AgencyChange.Circle();
        }
        tree.place(id, parent);
        audit.record(
                by.name(),
                AuditAction.AGENCY_MOVED,
                id.value(),
                parent.map(each -> "below " + each).orElse("below none"),
                "");
        return new AgencyChange.Done(0);
    }

    /// Makes an agency part of another: its datasets, its names, the agencies below it and the roles for it go over, and
    /// its address leads there. Going on after a crash is asking for the same again.
    public AgencyChange merge(AgencyId from, AgencyId into, Account by) {
        var left = store.agency(from);
        var kept = store.agency(into).filter(each -> isThere(into));
        var already = tree.successor(from);
        if (left.isEmpty() || kept.isEmpty() || already.filter(each -> !each.equals(into)).isPresent()) {
            return new AgencyChange.Absent();
        }
        if (tree.reach(from).contains(into)) {
            return new AgencyChange.Circle();
        }
        tree.merge(from, into);
        var names = withNames(kept.get(), left.get().name(), kept.get().name());
        names.addAll(left.get().otherNames());
        commit(List.of(new Change.PutAgency(new Agency(
                into, kept.get().name(), kept.get().oid(), List.copyOf(new LinkedHashSet<>(names))))));
        long handedOver = handOver(from, into);
        audit.record(by.name(), AuditAction.AGENCY_MERGED, from.value(), "into " + into + ", datasets " + handedOver, "");
        return new AgencyChange.Done(handedOver);
    }

    /// The names an agency had, the latest first, each with the instant until which it was in use.
    public List<String> formerNames(AgencyId id) {
        return database.read(sql -> sql.createQuery(
                        "select zh || ' (' || substr(until, 1, 10) || ')' from agency_name where agency = :id order by until desc")
                .bind("id", id.value())
                .mapTo(String.class)
                .list());
    }

    /// A dataset that somebody revises at this moment is taken again as they left it.
    private long handOver(AgencyId from, AgencyId into) {
        long handedOver = 0;
        for (var ids = published(from); !ids.isEmpty(); ids = published(from)) {
            for (int at = 0; at < ids.size(); at += BATCH) {
                handedOver += handOver(ids.subList(at, Math.min(at + BATCH, ids.size())), from, into);
            }
        }
        return handedOver;
    }

    private long handOver(List<DatasetId> ids, AgencyId from, AgencyId into) {
        var changes = new ArrayList<Change>();
        for (var id : ids) {
            if (store.state(id) instanceof DatasetState.Published(long number)) {
                store.dataset(id)
                        .filter(dataset -> dataset.publisher().filter(from::equals).isPresent())
                        .map(dataset -> dataset.with().publisher(Optional.of(into)).build())
                        .ifPresent(dataset -> changes.add(new Change.PutDataset(dataset, OptionalLong.of(number))));
            }
        }
        return changes.isEmpty() ? 0 : commit(changes);
    }

    private List<DatasetId> published(AgencyId agency) {
        var ids = new ArrayList<DatasetId>();
        store.forEachDataset(dataset -> {
            if (dataset.publisher().filter(agency::equals).isPresent()) {
                ids.add(dataset.id());
            }
        });
        return ids;
    }

    /// Who merges agencies looks for their datasets next. Should the follower be stuck, the answer does not wait for it.
    private void awaitFollower(long number) {
        try {
            follower.await(number, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long commit(List<Change> changes) {
        var committed = store.commit(changes);
        tree.forget();
        awaitFollower(store.lastNumber());
        return committed.outcomes().stream()
                .filter(outcome -> outcome instanceof Outcome.Written)
                .count();
    }

    private boolean isThere(AgencyId id) {
        return store.agency(id).isPresent() && tree.successor(id).isEmpty();
    }

    private static List<String> withNames(Agency agency, LangText former, LangText present) {
        var names = new LinkedHashSet<>(agency.otherNames());
        names.addAll(former.byLanguage().values());
        names.removeAll(present.byLanguage().values());
        names.remove("");
        return new ArrayList<>(names);
    }
}
