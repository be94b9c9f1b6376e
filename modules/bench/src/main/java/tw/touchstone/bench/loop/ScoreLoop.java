package tw.touchstone.bench.loop;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.References;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.vocabulary.Vocabularies;

/// One dataset: under the newest label and under all policies with the facts of both its files, and with its metadata
/// alone as in an import.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScoreLoop {

    private static final Instant AS_OF = Instant.parse("2026-03-01T00:00:00Z");

    private final Scorer scorer = Rules.scorer(References.of(Vocabularies.load()));
    private final List<Policy> policies = PolicyFiles.load();
    private final Policy policy = policies.getFirst();
    private final Subject inspected = inspected(Described.dataset());
    private final Subject described = new Subject(Described.dataset(), new HashMap<>());
    private final Scorecard scorecard = scorer.evaluate(policy, inspected, AS_OF);

    @Benchmark
    public Scorecard evaluate() {
        return scorer.evaluate(policy, inspected, AS_OF);
    }

    @Benchmark
    public List<Scorecard> evaluateAllPolicies() {
        return scorer.evaluate(policies, inspected, AS_OF);
    }

    @Benchmark
    public Scorecard evaluateMetadata() {
        return scorer.evaluate(policy, described, AS_OF);
    }

    @Benchmark
    public byte[] writeJson() {
        return QualityJson.write(scorecard);
    }

    private static Subject inspected(Dataset dataset) {
        var bytes = bytes();
        var facts = new HashMap<DistributionId, DistributionFacts>();
        for (var distribution : dataset.distributions()) {
            var address = distribution.url().orElse(URI.create("https://opendata.invalid/"));
            var link = LinkStanding.of(LinkProbe.held(AS_OF, address, bytes.digest(), bytes.size()));
            facts.put(distribution.id(), new DistributionFacts(Optional.of(bytes), Optional.of(link)));
        }
        return new Subject(dataset, facts);
    }

    private static ByteFacts bytes() {
        return switch (new Inspector().inspect(ByteSource.of(Described.table()))) {
            case Inspection.Inspected(var facts) -> facts;
            case Inspection.NotInspected(var reason) -> throw new IllegalStateException(reason);
        };
    }
}
