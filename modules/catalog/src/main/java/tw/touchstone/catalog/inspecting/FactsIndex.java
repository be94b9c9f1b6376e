package tw.touchstone.catalog.inspecting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.QualityJson;

/// Every fact that was ever gathered: byte facts by digest and inspector version, observations by distribution and time.
///
/// The documents are in the archive, their index is in SQL. Thread-safe.
public final class FactsIndex {

    private final Database database;
    private final Archive archive;

    public FactsIndex(Database database, Archive archive) {
        this.database = database;
        this.archive = archive;
    }

    /// The facts about some bytes, by the present inspector.
    public Optional<ByteFacts> facts(Sha256 digest) {
        return Optional.ofNullable(facts(List.of(digest)).get(digest));
    }

    /// The facts about each of these, where there are any.
    public Map<Sha256, ByteFacts> facts(Collection<Sha256> digests) {
        if (digests.isEmpty()) {
            return Map.of();
        }
        var documents = database.read(sql -> sql.createQuery(
                        "select digest, facts from byte_facts where inspector = :inspector and digest in (<digests>)")
                .bind("inspector", Inspector.VERSION)
                .bindList("digests", digests.stream().map(Sha256::hex).distinct().toList())
                .map((row, context) ->
                        Map.entry(new Sha256(row.getString("digest")), new Sha256(row.getString("facts"))))
                .list());
        return documents.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(QualityJson.readByteFacts(document(entry.getValue())))));
    }

    /// Keeps the facts about some bytes.
    public void keep(ByteFacts facts) {
        var document = archive.put(QualityJson.write(facts));
        database.change(sql -> sql.createUpdate("""
                        insert into byte_facts (digest, inspector, facts) values (:digest, :inspector, :facts)
                        on conflict (digest, inspector) do update set facts = :facts""")
                .bind("digest", facts.digest().hex())
                .bind("inspector", facts.inspector())
                .bind("facts", document.hex())
                .execute());
    }

    /// Keeps observations of links.
    public void observe(Map<DistributionId, LinkProbe> probes) {
        database.change(sql -> {
            PreparedBatch batch = sql.prepareBatch("""
                    insert into observation (dataset, distribution, at, verdict, reason, digest, probe)
                    values (:dataset, :distribution, :at, :verdict, :reason, :digest, :probe)
                    on conflict (dataset, distribution, at) do nothing""");
            probes.forEach((distribution, probe) -> batch.bind("dataset", distribution.dataset().value())
                    .bind("distribution", distribution.toString())
                    .bind("at", SqlInstant.text(probe.at()))
                    .bind("verdict", probe.verdict().name())
                    .bind("reason", probe.reason())
                    .bind("digest", probe.digest().map(Sha256::hex).orElse(null))
                    .bind("probe", archive.put(QualityJson.write(probe)).hex())
                    .add());
            batch.execute();
        });
    }

    /// The latest observation of each distribution of these datasets.
    public Map<DistributionId, LinkProbe> latest(Collection<DatasetId> datasets) {
        if (datasets.isEmpty()) {
            return Map.of();
        }
        var documents = database.read(sql -> sql.createQuery("""
                        select distribution, probe from observation as o where dataset in (<datasets>)
                        and at = (select max(at) from observation as n
                                  where n.dataset = o.dataset and n.distribution = o.distribution)""")
                .bindList("datasets", datasets.stream().map(DatasetId::value).toList())
                .map((row, context) -> Map.entry(
                        DistributionId.parse(row.getString("distribution")).orElseThrow(),
                        new Sha256(row.getString("probe"))))
                .list());
        return documents.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(QualityJson.readLinkProbe(document(entry.getValue())))));
    }

    private static <T> T value(JsonReading<T> reading) {
        return switch (reading) {
            case JsonReading.Value<T>(T value) -> value;
            case JsonReading.Refused<T> refused ->
                throw new IllegalStateException("a stored fact cannot be read: " + refused.message());
        };
    }

    private byte[] document(Sha256 digest) {
        return archive.read(digest)
                .orElseThrow(() -> new IllegalStateException("the archive has lost the facts document " + digest));
    }
}
