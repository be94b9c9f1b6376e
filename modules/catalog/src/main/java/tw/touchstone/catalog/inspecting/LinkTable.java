package tw.touchstone.catalog.inspecting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// The schedule in SQL: which links are asked and when, how their hosts stand with us, what their robots.txt said.
final class LinkTable {

    private final Database database;

    /// Whether links that nobody registered here are asked too.
    private final boolean imported;

    LinkTable(Database database, boolean imported) {
        this.database = database;
        this.imported = imported;
    }

    /// A link that is asked.
    ///
    /// @param consent   whether a person asked for the next check
    /// @param undecided how often in a row nothing could be concluded
    record Row(DistributionId distribution, String url, String host, boolean consent, int undecided) {

        private static Row of(RowView row) {
            return new Row(
                    DistributionId.parse(row.getColumn("distribution", String.class)).orElseThrow(),
                    row.getColumn("url", String.class),
                    row.getColumn("host", String.class),
                    row.getColumn("consent", Integer.class) == 1,
                    row.getColumn("undecided", Integer.class));
        }
    }

    /// Puts the links of a dataset on the schedule in place of those it had. A link that stays keeps its time, unless a
    /// person asks.
    ///
    /// @param links   address and host by distribution
    /// @param consent whether a person asks for them now
    /// @return the hosts that have something new
    Collection<String> enrol(Map<DatasetId, Map<DistributionId, Row>> links, boolean consent, Instant now) {
        var hosts = new TreeSet<String>();
        database.change(sql -> links.forEach((dataset, rows) -> {
            forget(sql, dataset, rows);
            rows.values().forEach(row -> {
                put(sql, dataset, row, consent, now);
                hosts.add(row.host());
            });
        }));
        return hosts;
    }

    private static void forget(Handle sql, DatasetId dataset, Map<DistributionId, Row> kept) {
        var known = sql.createQuery("select distribution from link_check where dataset = :dataset")
                .bind("dataset", dataset.value())
                .mapTo(String.class)
                .list();
        var gone = new ArrayList<>(known);
        kept.keySet().forEach(each -> gone.remove(each.toString()));
        gone.forEach(each -> sql.createUpdate("delete from link_check where distribution = :distribution")
                .bind("distribution", each)
                .execute());
    }

    private static void put(Handle sql, DatasetId dataset, Row row, boolean consent, Instant now) {
        sql.createUpdate("""
                        insert into link_check
                        (distribution, dataset, url, host, imported, consent, undecided, due_at)
                        values (:distribution, :dataset, :url, :host, :imported, :consent, 0, :now)
                        on conflict (distribution) do update set
                            url = excluded.url,
                            host = excluded.host,
                            imported = case when excluded.imported = 0 then 0 else link_check.imported end,
                            consent = case when excluded.consent = 1 then 1 else link_check.consent end,
                            undecided = case when link_check.url = excluded.url then link_check.undecided else 0 end,
                            due_at = case when link_check.url = excluded.url and excluded.consent = 0
                                          then link_check.due_at else excluded.due_at end""")
                .bind("distribution", row.distribution().toString())
                .bind("dataset", dataset.value())
                .bind("url", row.url())
                .bind("host", row.host())
                .bind("imported", consent ? 0 : 1)
                .bind("consent", consent ? 1 : 0)
                .bind("now", SqlInstant.text(now))
                .execute();
    }

    /// The link of a host that has been due longest; those a person asked for come first.
    Optional<Row> due(String host, Instant now) {
        return database.read(sql -> sql.createQuery("""
                        select * from link_check where host = :host and due_at <= :now and imported <= :imported
                        order by consent desc, due_at, distribution limit 1""")
                .bind("host", host)
                .bind("now", SqlInstant.text(now))
                .bind("imported", imported ? 1 : 0)
                .map(Row::of)
                .findOne());
    }

    /// When the first link of each of these hosts is due.
    Map<String, Instant> firstDue(Collection<String> hosts) {
        var first = new HashMap<String, Instant>();
        database.read(sql -> {
            for (var host : hosts) {
                sql.createQuery("select min(due_at) from link_check where host = :host and imported <= :imported")
                        .bind("host", host)
                        .bind("imported", imported ? 1 : 0)
                        .mapTo(String.class)
                        .findOne()
                        .ifPresent(due -> first.put(host, Instant.parse(due)));
            }
            return first;
        });
        return first;
    }

    List<String> hosts() {
        return database.read(
                sql -> sql.createQuery("select distinct host from link_check").mapTo(String.class).list());
    }

    /// How many links of a dataset a person waits for.
    long awaited(DatasetId dataset, Instant now) {
        return database.read(sql -> sql.createQuery("""
                        select count(*) from link_check where dataset = :dataset and consent = 1 and due_at <= :now""")
                .bind("dataset", dataset.value())
                .bind("now", SqlInstant.text(now))
                .mapTo(Long.class)
                .one());
    }

    /// Sets when a link is asked again.
    void next(DistributionId distribution, Instant due, int undecided, boolean consent) {
        database.change(sql -> sql.createUpdate("""
                        update link_check set due_at = :due, undecided = :undecided, consent = :consent
                        where distribution = :distribution""")
                .bind("due", SqlInstant.text(due))
                .bind("undecided", undecided)
                .bind("consent", consent ? 1 : 0)
                .bind("distribution", distribution.toString())
                .execute());
    }

    void remove(DistributionId distribution) {
        database.change(sql -> sql.createUpdate("delete from link_check where distribution = :distribution")
                .bind("distribution", distribution.toString())
                .execute());
    }

    void remove(DatasetId dataset) {
        database.change(sql -> sql.createUpdate("delete from link_check where dataset = :dataset")
                .bind("dataset", dataset.value())
                .execute());
    }

    Politeness.Host host(String host) {
        return database.read(sql -> sql.createQuery("select free_at, failures from link_host where host = :host")
                .bind("host", host)
                .map((row, context) ->
                        new Politeness.Host(Instant.parse(row.getString("free_at")), row.getInt("failures")))
                .findOne()
                .orElse(Politeness.Host.NEW));
    }

    void host(String host, Politeness.Host state) {
        database.change(sql -> sql.createUpdate("""
                        insert into link_host (host, free_at, failures) values (:host, :free, :failures)
                        on conflict (host) do update set free_at = :free, failures = :failures""")
                .bind("host", host)
                .bind("free", SqlInstant.text(state.freeAt()))
                .bind("failures", state.failures())
                .execute());
    }

    /// What a host said of robots and that still holds; an empty text where it could not say.
    Optional<Optional<String>> robots(String origin, Instant now) {
        return database.read(
                sql -> sql.createQuery("select rules from link_robots where origin = :origin and until > :now")
                        .bind("origin", origin)
                        .bind("now", SqlInstant.text(now))
                        .map((row, context) -> Optional.ofNullable(row.getString("rules")))
                        .findOne());
    }

    void robots(String origin, Optional<String> rules, Instant until) {
        database.change(sql -> sql.createUpdate("""
                        insert into link_robots (origin, rules, until) values (:origin, :rules, :until)
                        on conflict (origin) do update set rules = :rules, until = :until""")
                .bind("origin", origin)
                .bind("rules", rules.orElse(null))
                .bind("until", SqlInstant.text(until))
                .execute());
    }
}
