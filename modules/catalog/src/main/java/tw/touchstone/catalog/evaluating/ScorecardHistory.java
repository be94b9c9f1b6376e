package tw.touchstone.catalog.evaluating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Points;

/// Every scorecard a dataset ever had, and which is the current one under each policy. Thread-safe.
public final class ScorecardHistory {

    private static final String COLUMNS = "dataset, policy, evaluated_at, label, at_most, score, scorecard, valid_until";

    private final Database database;

    public ScorecardHistory(Database database) {
        this.database = database;
    }

    /// The current scorecard of a dataset under a policy.
    public Optional<StoredScorecard> current(DatasetId dataset, String policy) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS
                        + " from scorecard where dataset = :dataset and policy = :policy and current = 1")
                .bind("dataset", dataset.value())
                .bind("policy", policy)
                .map(ScorecardHistory::stored)
                .findOne());
    }

    /// The scorecard that was current at an instant; never a new evaluation.
    public Optional<StoredScorecard> asOf(DatasetId dataset, String policy, Instant instant) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS + """
                         from scorecard where dataset = :dataset and policy = :policy and evaluated_at <= :instant
                        order by evaluated_at desc limit 1""")
                .bind("dataset", dataset.value())
                .bind("policy", policy)
                .bind("instant", SqlInstant.text(instant))
                .map(ScorecardHistory::stored)
                .findOne());
    }

    /// The policies under which a dataset was ever judged, those of the past among them.
    public List<String> policies(DatasetId dataset) {
        return database.read(sql -> sql.createQuery(
                        "select distinct policy from scorecard where dataset = :dataset order by policy")
                .bind("dataset", dataset.value())
                .mapTo(String.class)
                .list());
    }

    /// Every dataset that was ever judged, in the order of identifiers; some may be withdrawn by now.
    public List<DatasetId> judged() {
        return database.read(sql -> sql.createQuery("select distinct dataset from scorecard where current = 1")
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(DatasetId::new)
                .sorted()
                .toList();
    }

    /// The datasets with a scorecard that the clock has overtaken, the longest overdue first.
    public List<DatasetId> due(Instant now, int most) {
        return database.read(sql -> sql.createQuery("""
                        select dataset, min(valid_until) as due from scorecard
                        where current = 1 and valid_until <= :now group by dataset order by due limit :most""")
                .bind("now", SqlInstant.text(now))
                .bind("most", most)
                .map((row, context) -> new DatasetId(row.getString("dataset")))
                .list());
    }

    /// Takes these out of what is due: the clock has nothing more to say about them.
    public void settle(Collection<DatasetId> datasets, Instant now) {
        if (!datasets.isEmpty()) {
            database.change(sql -> sql.createUpdate("""
                            update scorecard set valid_until = null
                            where current = 1 and valid_until <= :now and dataset in (<datasets>)""")
                    .bind("now", SqlInstant.text(now))
                    .bindList("datasets", datasets.stream().map(DatasetId::value).toList())
                    .execute());
        }
    }

    /// When the clock overtakes the next scorecard.
    public Optional<Instant> nextDue() {
        return database.read(sql -> sql.createQuery(
                        "select min(valid_until) from scorecard where current = 1 and valid_until is not null")
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse));
    }

    /// All scorecards of a dataset under a policy, oldest first.
    public List<StoredScorecard> history(DatasetId dataset, String policy) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS
                        + " from scorecard where dataset = :dataset and policy = :policy order by evaluated_at")
                .bind("dataset", dataset.value())
                .bind("policy", policy)
                .map(ScorecardHistory::stored)
                .list());
    }

    /// The newest scorecard under a policy that is certain and whose award is one of these.
    public Optional<StoredScorecard> newestDecided(DatasetId dataset, String policy, Collection<String> awards) {
        return database.read(sql -> sql.createQuery("select " + COLUMNS + """
                         from scorecard where dataset = :dataset and policy = :policy and label in (<awards>)
                          and at_most is null
                        order by evaluated_at desc limit 1""")
                .bind("dataset", dataset.value())
                .bind("policy", policy)
                .bindList("awards", List.copyOf(awards))
                .map(ScorecardHistory::stored)
                .findOne());
    }

    /// The codes of the current labels or grades of these datasets under a policy; datasets without a scorecard are left
    /// out.
    public Map<DatasetId, String> awards(Collection<DatasetId> datasets, String policy) {
        var awards = new HashMap<DatasetId, String>();
        currentOf(datasets, policy).forEach((dataset, stored) -> awards.put(dataset, stored.award()));
        return awards;
    }

    /// The current scorecards of these datasets under a policy.
    public Map<DatasetId, StoredScorecard> currentOf(Collection<DatasetId> datasets, String policy) {
        if (datasets.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<DatasetId, StoredScorecard>();
        database.read(sql -> sql.createQuery("select " + COLUMNS
                                + " from scorecard where policy = :policy and current = 1 and dataset in (<datasets>)")
                        .bind("policy", policy)
                        .bindList("datasets", datasets.stream().map(DatasetId::value).toList())
                        .map(ScorecardHistory::stored)
                        .list())
                .forEach(stored -> found.put(stored.dataset(), stored));
        return found;
    }

    /// The current scorecards of these datasets by policy.
    Map<DatasetId, Map<String, StoredScorecard>> currentOf(Collection<DatasetId> datasets) {
        if (datasets.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<DatasetId, Map<String, StoredScorecard>>();
        database.read(sql -> sql.createQuery(
                                "select " + COLUMNS + " from scorecard where current = 1 and dataset in (<datasets>)")
                        .bindList("datasets", datasets.stream().map(DatasetId::value).toList())
                        .map(ScorecardHistory::stored)
                        .list())
                .forEach(stored -> found.computeIfAbsent(stored.dataset(), _ -> new HashMap<>())
                        .put(stored.policy(), stored));
        return found;
    }

    /// Makes these the current scorecards, as part of a transaction.
    void record(Handle sql, List<StoredScorecard> scorecards) {
        if (scorecards.isEmpty()) {
            return;
        }
        var retire = sql.prepareBatch(
                "update scorecard set current = 0 where dataset = :dataset and policy = :policy and current = 1");
        scorecards.forEach(each -> retire.bind("dataset", each.dataset().value())
                .bind("policy", each.policy())
                .add());
        retire.execute();
        // Two evaluations within one tick of the clock: the later one stands.
        var insert = sql.prepareBatch("""
                insert into scorecard
                (dataset, policy, evaluated_at, label, at_most, score, scorecard, valid_until, current)
                values (:dataset, :policy, :at, :label, :atMost, :score, :scorecard, :until, 1)
                on conflict (dataset, policy, evaluated_at)
                do update set label = :label, at_most = :atMost, score = :score, scorecard = :scorecard,
                              valid_until = :until, current = 1""");
        scorecards.forEach(each -> insert.bind("dataset", each.dataset().value())
                .bind("policy", each.policy())
                .bind("at", SqlInstant.text(each.evaluatedAt()))
                .bind("label", each.award())
                .bind("atMost", each.atMost().orElse(null))
                .bind("score", each.score().map(Points::tenThousandths).orElse(null))
                .bind("scorecard", each.scorecard().hex())
                .bind("until", each.validUntil().map(SqlInstant::text).orElse(null))
                .add());
        insert.execute();
    }

    private static StoredScorecard stored(ResultSet row, StatementContext context) throws SQLException {
        return new StoredScorecard(
                new DatasetId(row.getString("dataset")),
                row.getString("policy"),
                Instant.parse(row.getString("evaluated_at")),
                row.getString("label"),
                Optional.ofNullable(row.getString("at_most")),
                score(row),
                new Sha256(row.getString("scorecard")),
                Optional.ofNullable(row.getString("valid_until")).map(Instant::parse));
    }

    private static Optional<Points> score(ResultSet row) throws SQLException {
        long score = row.getLong("score");
        return row.wasNull() ? Optional.empty() : Optional.of(new Points(score));
    }
}
