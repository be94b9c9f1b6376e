package tw.touchstone.catalog.corpus;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.DatasetId;

/// The datasets that are to be judged anew because others came, went or were rewritten. Thread-safe.
public final class JudgedAgain {

    private final Database database;

    public JudgedAgain(Database database) {
        this.database = database;
    }

    /// One that waits.
    ///
    /// @param marks how often it was asked for until it was read
    public record Waiting(DatasetId dataset, int marks) {}

    /// Puts datasets on the list, as part of a transaction; who waits already keeps the place.
    static void note(Handle sql, Collection<DatasetId> datasets, Instant now) {
        if (datasets.isEmpty()) {
            return;
        }
        var batch = sql.prepareBatch("""
                insert into judge_again (dataset, since, marks) values (:dataset, :since, 1)
                on conflict (dataset) do update set marks = marks + 1""");
        datasets.forEach(each ->
                batch.bind("dataset", each.value()).bind("since", SqlInstant.text(now)).add());
        batch.execute();
    }

    /// Those that have waited since this instant or longer, the longest first.
    public List<Waiting> since(Instant instant, int most) {
        return database.read(sql -> sql.createQuery(
                        "select dataset, marks from judge_again where since <= :instant order by since, dataset limit :most")
                .bind("instant", SqlInstant.text(instant))
                .bind("most", most)
                .map((row, context) -> new Waiting(new DatasetId(row.getString("dataset")), row.getInt("marks")))
                .list());
    }

    /// Since when the first one waits.
    public Optional<Instant> first() {
        return database.read(sql -> sql.createQuery("select since from judge_again order by since limit 1")
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse));
    }

    /// Takes those off the list that nobody has asked for again meanwhile.
    public void done(Collection<Waiting> judged) {
        database.change(sql -> {
            var batch = sql.prepareBatch("delete from judge_again where dataset = :dataset and marks = :marks");
            judged.forEach(each ->
                    batch.bind("dataset", each.dataset().value()).bind("marks", each.marks()).add());
            batch.execute();
        });
    }
}
