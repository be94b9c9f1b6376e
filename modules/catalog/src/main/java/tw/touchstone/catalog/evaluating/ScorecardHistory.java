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
import tw.touchstone.model.Label;
import tw.touchstone.model.Sha256;

/// Every scorecard a dataset ever had, and which is the current one under each policy. Thread-safe.
public final class ScorecardHistory {

    private static final String COLUMNS = "dataset, policy, evaluated_at, label, scorecard, valid_until";

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
        return history(dataset, policy).stream()
                .filter(each -> !each.evaluatedAt().isAfter(instant))
                .reduce((earlier, later) -> later);
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

    /// The current labels of these datasets under a policy; datasets without a scorecard are left out.
    public Map<DatasetId, Label> labels(Collection<DatasetId> datasets, String policy) {
        var labels = new HashMap<DatasetId, Label>();
        currentOf(datasets, List.of(policy))
                .getOrDefault(policy, Map.of())
                .forEach((dataset, stored) -> stored.label().ifPresent(label -> labels.put(dataset, label)));
        return labels;
    }

    /// The current scorecards of these datasets by policy; one query, whatever the number of policies.
    Map<String, Map<DatasetId, StoredScorecard>> currentOf(
            Collection<DatasetId> datasets, Collection<String> policies) {
        if (datasets.isEmpty() || policies.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, Map<DatasetId, StoredScorecard>>();
        database.read(sql -> sql.createQuery("select " + COLUMNS
                                + " from scorecard where current = 1 and policy in (<policies>)"
                                + " and dataset in (<datasets>)")
                        .bindList("policies", List.copyOf(policies))
                        .bindList("datasets", datasets.stream().map(DatasetId::value).toList())
                        .map(ScorecardHistory::stored)
                        .list())
                .forEach(stored -> found.computeIfAbsent(stored.policy(), policy -> new HashMap<>())
                        .put(stored.dataset(), stored));
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
                insert into scorecard (dataset, policy, evaluated_at, label, scorecard, valid_until, current)
                values (:dataset, :policy, :at, :label, :scorecard, :until, 1)
                on conflict (dataset, policy, evaluated_at)
                do update set label = :label, scorecard = :scorecard, valid_until = :until, current = 1""");
        scorecards.forEach(each -> insert.bind("dataset", each.dataset().value())
                .bind("policy", each.policy())
                .bind("at", SqlInstant.text(each.evaluatedAt()))
                .bind("label", each.award())
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
                new Sha256(row.getString("scorecard")),
                Optional.ofNullable(row.getString("valid_until")).map(Instant::parse));
    }
}
