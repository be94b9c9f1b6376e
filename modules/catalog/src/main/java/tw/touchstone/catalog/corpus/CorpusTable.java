package tw.touchstone.catalog.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;

/// Where descriptions, their twins and the sources that datasets name outlive the process.
final class CorpusTable {

    private final Database database;

    CorpusTable(Database database) {
        this.database = database;
    }

    List<Described> descriptions() {
        return database.read(sql -> sql.createQuery(
                        "select dataset, agency, sketch, twin, similarity, since from description order by dataset")
                .map(CorpusTable::described)
                .list());
    }

    /// Who names an address as a source, by address.
    Map<String, Set<DatasetId>> sources() {
        var naming = new HashMap<String, Set<DatasetId>>();
        database.read(sql -> sql.createQuery("select address, dataset from named_source").mapToMap().list())
                .forEach(row -> naming.computeIfAbsent(String.valueOf(row.get("address")), _ -> new HashSet<>())
                        .add(new DatasetId(String.valueOf(row.get("dataset")))));
        return naming;
    }

    static void put(Handle sql, Collection<Described> descriptions) {
        if (descriptions.isEmpty()) {
            return;
        }
        var batch = sql.prepareBatch("""
                insert into description (dataset, agency, sketch, twin, similarity, since)
                values (:dataset, :agency, :sketch, :twin, :similarity, :since)
                on conflict (dataset) do update set agency = :agency, sketch = :sketch, twin = :twin,
                                                    similarity = :similarity, since = :since""");
        descriptions.forEach(each -> batch.bind("dataset", each.dataset().value())
                .bind("agency", each.agency().value())
                .bind("sketch", each.sketch().bytes())
                .bind("twin", each.likeness().map(like -> like.twin().value()).orElse(null))
                .bind("similarity", each.likeness().map(Likeness::similarity).orElse(null))
                .bind("since", each.likeness().map(like -> SqlInstant.text(like.since())).orElse(null))
                .add());
        batch.execute();
    }

    static void remove(Handle sql, Collection<DatasetId> datasets) {
        if (!datasets.isEmpty()) {
            sql.createUpdate("delete from description where dataset in (<datasets>)")
                    .bindList("datasets", datasets.stream().map(DatasetId::value).toList())
                    .execute();
        }
    }

    /// Makes these the addresses that a dataset names.
    static void name(Handle sql, DatasetId dataset, Collection<String> addresses) {
        sql.createUpdate("delete from named_source where dataset = :dataset")
                .bind("dataset", dataset.value())
                .execute();
        addresses.forEach(address -> sql.createUpdate("insert into named_source (address, dataset) values (:address, :dataset)")
                .bind("address", address)
                .bind("dataset", dataset.value())
                .execute());
    }

    private static Described described(ResultSet row, StatementContext context) throws SQLException {
        var twin = Optional.ofNullable(row.getString("twin"));
        var likeness = twin.isPresent()
                ? Optional.of(new Likeness(
                        new DatasetId(twin.get()), row.getInt("similarity"), Instant.parse(row.getString("since"))))
                : Optional.<Likeness>empty();
        return new Described(
                new DatasetId(row.getString("dataset")),
                new AgencyId(row.getString("agency")),
                Sketch.read(row.getBytes("sketch")),
                likeness);
    }
}
