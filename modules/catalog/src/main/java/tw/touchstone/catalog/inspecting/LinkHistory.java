package tw.touchstone.catalog.inspecting;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.QualityJson;

/// The observations of links: the last [#KEPT] of each as evidence, and what all of them amount to.
///
/// The documents are in the archive, their index is in SQL. Thread-safe; observations of one link come one after the
/// other.
public final class LinkHistory {

    /// How many observations of a link are kept.
    public static final int KEPT = 50;

    private final Database database;
    private final Archive archive;

    public LinkHistory(Database database, Archive archive) {
        this.database = database;
        this.archive = archive;
    }

    /// Takes note of an observation.
    ///
    /// @param declaredFormat whether the bytes are in the format that was declared; of no meaning without bytes
    /// @return whether the link stands as before and gave no other bytes, so that there is nothing to judge anew
    public boolean observe(DistributionId distribution, LinkProbe probe, boolean declaredFormat) {
        var before = known(distribution);
        var standing = before.map(each -> each.link().standing().after(probe, each.lastDecided()))
                .orElseGet(() -> LinkStanding.of(probe));
        var document = archive.put(QualityJson.write(probe));
        var standingDocument = archive.put(QualityJson.write(standing));
        var snapshot = probe.digest().filter(_ -> probe.verdict() == LinkVerdict.OK);
        var forgotten = database.write(sql -> {
            var changed = snapshot.flatMap(digest -> change(sql, distribution, digest, probe.at(), declaredFormat));
            insert(sql, distribution, probe, document);
            upsert(sql, distribution, probe, standingDocument, snapshot, changed);
            return prune(sql, distribution);
        });
        forgotten.forEach(archive::delete);
        return before.filter(each -> each.link().standing().equals(standing)
                        && (snapshot.isEmpty() || snapshot.equals(each.link().snapshot())))
                .isPresent();
    }

    /// What is known of the links of these datasets.
    public Map<DistributionId, KnownLink> of(Collection<DatasetId> datasets) {
        if (datasets.isEmpty()) {
            return Map.of();
        }
        var rows = database.read(sql -> sql.createQuery("select * from link_standing where dataset in (<datasets>)")
                .bindList("datasets", datasets.stream().map(DatasetId::value).toList())
                .map(Row::of)
                .list());
        var known = new HashMap<DistributionId, KnownLink>();
        rows.forEach(row -> known.put(row.distribution(), link(row)));
        return known;
    }

    /// What these addresses answered, as far as they are links that are asked; the others are left out.
    public Map<URI, LinkVerdict> answers(Collection<URI> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        var rows = database.read(sql -> sql.createQuery("""
                        select s.* from link_check c join link_standing s on s.distribution = c.distribution
                        where c.url in (<addresses>) order by s.distribution""")
                .bindList("addresses", addresses.stream().map(URI::toString).distinct().toList())
                .map(Row::of)
                .list());
        var answers = new HashMap<URI, LinkVerdict>();
        for (var row : rows) {
            // A standing may still be that of the address before; of several links to one address, any that is decided.
            var standing = link(row).standing();
            answers.merge(standing.url(), standing.probe().verdict(), LinkHistory::decided);
        }
        answers.keySet().retainAll(addresses);
        return answers;
    }

    private static LinkVerdict decided(LinkVerdict one, LinkVerdict other) {
        return one == LinkVerdict.UNDECIDED ? other : one;
    }

    /// The kept observations of a link, the newest first.
    public List<LinkProbe> observations(DistributionId distribution) {
        return database
                .read(sql -> sql.createQuery("""
                                select probe from observation
                                where dataset = :dataset and distribution = :distribution order by at desc""")
                        .bind("dataset", distribution.dataset().value())
                        .bind("distribution", distribution.toString())
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(digest -> StoredFacts.value(
                        QualityJson.readLinkProbe(StoredFacts.document(archive, new Sha256(digest)))))
                .toList();
    }

    private Optional<Known> known(DistributionId distribution) {
        return database.read(sql -> sql.createQuery("select * from link_standing where distribution = :distribution")
                        .bind("distribution", distribution.toString())
                        .map(Row::of)
                        .findOne())
                .map(row -> new Known(link(row), row.lastDecided()));
    }

    private KnownLink link(Row row) {
        var standing =
                StoredFacts.value(QualityJson.readLinkStanding(StoredFacts.document(archive, row.standing())));
        return new KnownLink(standing, row.lastAsked(), row.snapshot(), row.changed());
    }

    /// When these bytes are a change: now, if they are new; empty where they are not.
    private static Optional<Instant> change(
            Handle sql, DistributionId distribution, Sha256 digest, Instant at, boolean declaredFormat) {
        boolean first = sql.createQuery("select count(*) from link_snapshot where distribution = :distribution")
                .bind("distribution", distribution.toString())
                .mapTo(Long.class)
                .one()
                == 0;
        int added = sql.createUpdate("""
                        insert into link_snapshot (distribution, digest, first_at) values (:distribution, :digest, :at)
                        on conflict (distribution, digest) do nothing""")
                .bind("distribution", distribution.toString())
                .bind("digest", digest.hex())
                .bind("at", SqlInstant.text(at))
                .execute();
        return Optional.of(at).filter(_ -> added == 1 && (first || declaredFormat));
    }

    private static void insert(Handle sql, DistributionId distribution, LinkProbe probe, Sha256 document) {
        sql.createUpdate("""
                        insert into observation (dataset, distribution, at, verdict, reason, digest, probe)
                        values (:dataset, :distribution, :at, :verdict, :reason, :digest, :probe)
                        on conflict (dataset, distribution, at) do nothing""")
                .bind("dataset", distribution.dataset().value())
                .bind("distribution", distribution.toString())
                .bind("at", SqlInstant.text(probe.at()))
                .bind("verdict", probe.verdict().name())
                .bind("reason", probe.reason())
                .bind("digest", probe.digest().map(Sha256::hex).orElse(null))
                .bind("probe", document.hex())
                .execute();
    }

    private static void upsert(
            Handle sql,
            DistributionId distribution,
            LinkProbe probe,
            Sha256 standing,
            Optional<Sha256> snapshot,
            Optional<Instant> changed) {
        var at = SqlInstant.text(probe.at());
        sql.createUpdate("""
                        insert into link_standing
                        (distribution, dataset, standing, last_asked, last_decided, snapshot, changed_at)
                        values (:distribution, :dataset, :standing, :at, :decided, :snapshot, :changed)
                        on conflict (distribution) do update set
                            standing = excluded.standing,
                            last_asked = excluded.last_asked,
                            last_decided = coalesce(excluded.last_decided, link_standing.last_decided),
                            snapshot = coalesce(excluded.snapshot, link_standing.snapshot),
                            changed_at = coalesce(excluded.changed_at, link_standing.changed_at)""")
                .bind("distribution", distribution.toString())
                .bind("dataset", distribution.dataset().value())
                .bind("standing", standing.hex())
                .bind("at", at)
                .bind("decided", probe.verdict() == LinkVerdict.UNDECIDED ? null : at)
                .bind("snapshot", snapshot.map(Sha256::hex).orElse(null))
                .bind("changed", changed.map(SqlInstant::text).orElse(null))
                .execute();
    }

    private static List<Sha256> prune(Handle sql, DistributionId distribution) {
        var old = new ArrayList<>(sql.createQuery("""
                        select at, probe from observation where dataset = :dataset and distribution = :distribution
                        order by at desc limit 1000 offset :kept""")
                .bind("dataset", distribution.dataset().value())
                .bind("distribution", distribution.toString())
                .bind("kept", KEPT)
                .map((row, context) -> Map.entry(row.getString("at"), new Sha256(row.getString("probe"))))
                .list());
        for (var each : old) {
            sql.createUpdate("""
                            delete from observation
                            where dataset = :dataset and distribution = :distribution and at = :at""")
                    .bind("dataset", distribution.dataset().value())
                    .bind("distribution", distribution.toString())
                    .bind("at", each.getKey())
                    .execute();
        }
        return old.stream().map(Map.Entry::getValue).toList();
    }

    private record Known(KnownLink link, Optional<Instant> lastDecided) {}

    private record Row(
            DistributionId distribution,
            Sha256 standing,
            Instant lastAsked,
            Optional<Instant> lastDecided,
            Optional<Sha256> snapshot,
            Optional<Instant> changed) {

        static Row of(RowView row) {
            return new Row(
                    DistributionId.parse(row.getColumn("distribution", String.class)).orElseThrow(),
                    new Sha256(row.getColumn("standing", String.class)),
                    Instant.parse(row.getColumn("last_asked", String.class)),
                    text(row, "last_decided").map(Instant::parse),
                    text(row, "snapshot").map(Sha256::new),
                    text(row, "changed_at").map(Instant::parse));
        }

        private static Optional<String> text(RowView row, String column) {
            return Optional.ofNullable(row.getColumn(column, String.class));
        }
    }
}
