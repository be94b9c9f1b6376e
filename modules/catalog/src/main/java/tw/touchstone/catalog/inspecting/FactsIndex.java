package tw.touchstone.catalog.inspecting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.QualityJson;

/// Every byte fact that was ever gathered, by digest and inspector version.
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
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> StoredFacts.value(
                        QualityJson.readByteFacts(StoredFacts.document(archive, entry.getValue())))));
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
}
