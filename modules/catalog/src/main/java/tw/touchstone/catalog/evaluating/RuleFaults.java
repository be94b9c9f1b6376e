package tw.touchstone.catalog.evaluating;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.evaluating.Judge.Judged;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.Metric;

/// Rules that broke while they judged: faults of ours, which the scorecard tells the reader and this list the operator.
/// What is judged anew without breaking leaves the list. Thread-safe.
public final class RuleFaults {

    /// How many are told at most.
    public static final int MOST = 200;

    private static final int LONGEST_MESSAGE = 500;

    private final Database database;

    /// Spares a question to the database with every change, while no rule ever broke.
    private volatile boolean any;

    RuleFaults(Database database) {
        this.database = database;
        this.any = !all().isEmpty();
    }

    /// A rule that broke.
    ///
    /// @param metric       identifier of what it measures; empty where it looks for risks
    /// @param distribution identifier of what it judged; empty where it was the dataset as a whole
    /// @param message      the kind of failure and its text, in English
    public record Fault(
            DatasetId dataset, String policy, String metric, String distribution, String message, Instant at) {}

    /// The newest of them.
    public List<Fault> all() {
        return database.read(sql -> sql.createQuery("select * from rule_fault order by at desc, dataset, policy, metric limit :most")
                .bind("most", MOST)
                .map((row, context) -> new Fault(
                        new DatasetId(row.getString("dataset")),
                        row.getString("policy"),
                        row.getString("metric"),
                        row.getString("distribution"),
                        row.getString("message"),
                        Instant.parse(row.getString("at"))))
                .list());
    }

    /// How many there are, up to [#MOST].
    public int count() {
        return any ? all().size() : 0;
    }

    /// Takes note of what broke in these judgements, and forgets what broke in those before them; part of their
    /// transaction.
    void record(Handle sql, List<Judged> fresh) {
        boolean broken = fresh.stream().anyMatch(each -> !each.errors().isEmpty());
        if (!any && !broken) {
            return;
        }
        var forget = sql.prepareBatch("delete from rule_fault where dataset = :dataset and policy = :policy");
        fresh.forEach(each -> forget.bind("dataset", each.stored().dataset().value())
                .bind("policy", each.stored().policy())
                .add());
        forget.execute();
        for (var each : fresh) {
            each.errors().forEach(error -> sql.createUpdate("""
                            insert into rule_fault (dataset, policy, metric, distribution, message, at)
                            values (:dataset, :policy, :metric, :distribution, :message, :at)
                            on conflict (dataset, policy, metric, distribution) do nothing""")
                    .bind("dataset", each.stored().dataset().value())
                    .bind("policy", each.stored().policy())
                    .bind("metric", error.metric().map(Metric::id).orElse(""))
                    .bind("distribution", error.distribution().map(Object::toString).orElse(""))
                    .bind("message", error.message().substring(0, Math.min(LONGEST_MESSAGE, error.message().length())))
                    .bind("at", SqlInstant.text(each.stored().evaluatedAt()))
                    .execute());
        }
        any = true;
    }
}
