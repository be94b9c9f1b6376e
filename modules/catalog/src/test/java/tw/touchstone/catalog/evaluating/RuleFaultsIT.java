package tw.touchstone.catalog.evaluating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.evaluating.Judge.Judged;
import tw.touchstone.catalog.evaluating.RuleFaults.Fault;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.RuleFault;

class RuleFaultsIT {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final DatasetId ID = new DatasetId("41568");
    private static final RuleFault BROKEN =
            new RuleFault(Optional.of(new DistributionId(ID, 1)), Optional.of(Metric.AIR_29), "IllegalStateException: boom");

    @TempDir
    private Path folder;

    @Test
    void whatBrokeIsListedOverRestartsUntilItIsJudgedAnewWithoutBreaking() {
        var file = folder.resolve("touchstone.sqlite");
        var told = new Fault(ID, "ai-ready-1", "air-29", "41568-1", "IllegalStateException: boom", NOW);
        try (var database = Database.open(file)) {
            var faults = new RuleFaults(database);
            record(database, faults, judged("label-114"));
            assertThat(faults.all()).isEmpty();
            record(database, faults, judged("ai-ready-1", BROKEN), judged("label-114"));
            assertThat(faults.all()).containsExactly(told);
            assertThat(faults.count()).isEqualTo(1);
        }
        try (var database = Database.open(file)) {
            var faults = new RuleFaults(database);
            assertThat(faults.all()).containsExactly(told);
            // Another policy's scorecard says nothing about this one.
            record(database, faults, judged("label-114"));
            assertThat(faults.count()).isEqualTo(1);
            record(database, faults, judged("ai-ready-1"));
            assertThat(faults.all()).isEmpty();
        }
    }

    private static void record(Database database, RuleFaults faults, Judged... judged) {
        database.change(sql -> faults.record(sql, List.of(judged)));
    }

    private static Judged judged(String policy, RuleFault... errors) {
        var document = policy.getBytes(StandardCharsets.UTF_8);
        var stored = new StoredScorecard(
                ID, policy, NOW, "b", Optional.empty(), Optional.empty(), Sha256.of(document), Optional.empty());
        return new Judged(stored, document, List.of(errors));
    }
}
