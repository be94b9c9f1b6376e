package tw.touchstone.catalog.inspecting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.JsonReading;
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

    /// The facts about some bytes by the present inspector; empty where it has not looked at them.
    public Optional<ByteFacts> facts(Sha256 digest) {
        return newest(List.of(digest)).values().stream()
                .filter(Kept::isPresent)
                .findFirst()
                .map(kept -> StoredFacts.value(kept.read(archive)));
    }

    /// The facts about each of these, where there are any: by the present inspector, or else by the last one before it,
    /// until the bytes have been looked at again.
    public Map<Sha256, ByteFacts> facts(Collection<Sha256> digests) {
        var found = new HashMap<Sha256, ByteFacts>();
        newest(digests).forEach((digest, kept) -> {
            switch (kept.read(archive)) {
                case JsonReading.Value<ByteFacts>(ByteFacts facts) -> found.put(digest, facts);
                case JsonReading.Refused<ByteFacts> refused -> {
                    // An earlier inspector may have said things that are said in other words by now.
                    if (kept.isPresent()) {
                        StoredFacts.value(refused);
                    }
                }
            }
        });
        return found;
    }

    private Map<Sha256, Kept> newest(Collection<Sha256> digests) {
        if (digests.isEmpty()) {
            return Map.of();
        }
        var newest = new HashMap<Sha256, Kept>();
        database.read(sql -> sql.createQuery("""
                                select digest, inspector, facts from byte_facts where digest in (<digests>)
                                order by inspector = :present, cast(inspector as integer)""")
                        .bind("present", Inspector.VERSION)
                        .bindList("digests", digests.stream().map(Sha256::hex).distinct().toList())
                        .map((row, context) -> new Kept(
                                new Sha256(row.getString("digest")),
                                row.getString("inspector"),
                                new Sha256(row.getString("facts"))))
                        .list())
                .forEach(kept -> newest.put(kept.digest(), kept));
        return newest;
    }

    /// The bytes that only earlier inspectors looked at.
    List<Sha256> outdated() {
        return database.read(sql -> sql.createQuery("""
                        select distinct digest from byte_facts as old where not exists
                            (select 1 from byte_facts as present
                             where present.digest = old.digest and present.inspector = :present)
                        order by digest""")
                .bind("present", Inspector.VERSION)
                .map((row, context) -> new Sha256(row.getString("digest")))
                .list());
    }

    /// Where the facts by one inspector are.
    private record Kept(Sha256 digest, String inspector, Sha256 facts) {

        boolean isPresent() {
            return inspector.equals(Inspector.VERSION);
        }

        JsonReading<ByteFacts> read(Archive archive) {
            return QualityJson.readByteFacts(StoredFacts.document(archive, facts));
        }
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
