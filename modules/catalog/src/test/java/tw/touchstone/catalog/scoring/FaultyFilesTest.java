package tw.touchstone.catalog.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.References;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.fault.FaultCorpus;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;
import tw.touchstone.quality.DistributionFacts;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.quality.Scorer;
import tw.touchstone.quality.Subject;
import tw.touchstone.quality.rules.Rules;
import tw.touchstone.vocabulary.Vocabularies;

/// Every fault of the inspector's corpus, planted into a clean dataset: no total and no award ever rises by it, and
/// what fails because of it says where.
@Timeout(300)
class FaultyFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final DatasetId ID = new DatasetId("faulty");
    private static final DistributionId FILE = new DistributionId(ID, 1);
    private static final List<Policy> POLICIES = PolicyFiles.load();
    private static final Scorer SCORER = Rules.scorer(References.of(Vocabularies.load()));

    /// What is stated correctly besides the file: everything, and less in each way that takes a question away or leaves
    /// one unanswered.
    private static final Map<String, UnaryOperator<Dataset>> DESCRIBED = Map.of(
            "all stated", dataset -> dataset,
            "no period", dataset -> dataset.with().temporal(Optional.empty()).build(),
            "no area", dataset -> dataset.with().spatial(List.of()).build(),
            "no fields", dataset -> dataset.with()
                    .distributions(List.of(dataset.distributions().getFirst().with().fields(List.of()).build()))
                    .build(),
            "another period", dataset -> dataset.with()
                    .temporal(Optional.of(new Period(
                            Optional.of(LocalDate.of(2010, 1, 1)), Optional.of(LocalDate.of(2020, 12, 31)))))
                    .build(),
            "hardly anything", dataset -> dataset.with()
                    .temporal(Optional.empty())
                    .spatial(List.of())
                    .distributions(List.of(dataset.distributions().getFirst().with().fields(List.of()).build()))
                    .build());

    private final long seed = Long.getLong("touchstone.seed", 20_261_125);

    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    private record Base(FileFormat format, byte[] clean) {}

    @Test
    void noFaultRaisesATotalOrAnAwardAndWhatFailsSaysWhere() {
        var raised = new ArrayList<String>();
        var placeless = new ArrayList<String>();
        var bases = List.of(
                new Base(FileFormat.CSV, FaultCorpus.csv(seed)),
                new Base(FileFormat.JSON, FaultCorpus.json(seed)),
                new Base(FileFormat.XML, FaultCorpus.xml(seed)));
        var faulty = FaultCorpus.planted(seed);
        assertThat(faulty).hasSizeGreaterThan(150);
        int failed = 0;
        for (var fault : faulty) {
            var facts = facts(fault.bytes());
            for (var base : bases) {
                for (var described : DESCRIBED.entrySet()) {
                    var clean = judged(base.format(), facts(base.clean()), described.getValue());
                    var planted = judged(base.format(), facts, described.getValue());
                    for (int i = 0; i < POLICIES.size(); i++) {
                        var as = "%s in %s, %s, under %s"
                                .formatted(fault.name(), base.format(), described.getKey(), POLICIES.get(i).id());
                        raised.addAll(raised(as, POLICIES.get(i), clean.get(i), planted.get(i)));
                        for (var loss : lost(clean.get(i), planted.get(i))) {
                            failed++;
                            if (!saysWhere(loss)) {
                                placeless.add(as + ": " + loss.metric().id());
                            }
                        }
                    }
                }
            }
        }
        assertThat(raised).as("seed %d", seed).isEmpty();
        assertThat(placeless).as("seed %d", seed).isEmpty();
        assertThat(failed).as("seed %d", seed).isGreaterThan(500);
    }

    private static List<String> raised(String as, Policy policy, Scorecard clean, Scorecard planted) {
        var raised = new ArrayList<String>();
        if (rank(policy, planted.award()) > rank(policy, clean.award())) {
            raised.add(as + ": " + clean.award() + " to " + planted.award());
        }
        var before = clean.score().map(Points::tenThousandths).orElse(0L);
        var after = planted.score().map(Points::tenThousandths).orElse(0L);
        if (after > before) {
            raised.add(as + ": " + clean.points() + " to " + planted.points() + " " + differences(clean, planted));
        }
        return raised;
    }

    /// Which outcomes are of another kind, for the message of a failure.
    private static List<String> differences(Scorecard clean, Scorecard planted) {
        var before = outcomes(clean);
        return outcomes(planted).entrySet().stream()
                .filter(each -> !Optional.ofNullable(before.get(each.getKey()))
                        .map(Object::getClass)
                        .equals(Optional.of(each.getValue().getClass())))
                .map(each -> each.getKey().id() + " " + each.getValue())
                .toList();
    }

    /// What held, or was not asked, and fails now.
    private static List<Measurement> lost(Scorecard clean, Scorecard planted) {
        var before = outcomes(clean);
        return outcomes(planted).entrySet().stream()
                .filter(each -> each.getValue() instanceof Outcome.Failed)
                .filter(each -> !(before.get(each.getKey()) instanceof Outcome.Failed))
                .map(each -> new Measurement(each.getKey(), each.getValue()))
                .toList();
    }

    /// A line, a field, a byte or a member of an archive; for a file as a whole its beginning.
    private static boolean saysWhere(Measurement measurement) {
        return measurement.outcome() instanceof Outcome.Failed failed && !failed.evidence().samples().isEmpty();
    }

    private static Map<Metric, Outcome> outcomes(Scorecard card) {
        var all = new HashMap<Metric, Outcome>();
        Stream.concat(
                        card.dimensions().stream(),
                        card.distribution(FILE).orElseThrow().dimensions().stream())
                .flatMap(each -> each.measurements().stream())
                .forEach(each -> all.put(each.metric(), each.outcome()));
        return all;
    }

    private static int rank(Policy policy, String award) {
        return policy.awardsLabels()
                ? List.of("bronze", "silver", "gold", "platinum").indexOf(award)
                : List.of("d", "c", "b", "a").indexOf(award)
                        + List.of("bad", "sufficient", "good", "excellent").indexOf(award)
                        + List.of("stars-0", "stars-1", "stars-2", "stars-3", "stars-4", "stars-5").indexOf(award);
    }

    private static ByteFacts facts(byte[] bytes) {
        return switch (new Inspector().inspect(ByteSource.of(bytes))) {
            case Inspection.Inspected(var facts) -> facts;
            case Inspection.NotInspected not -> throw new AssertionError(not.toString());
        };
    }

    private static List<Scorecard> judged(FileFormat format, ByteFacts facts, UnaryOperator<Dataset> described) {
        var url = URI.create("https://data.example/table");
        var link = LinkStanding.of(LinkProbe.held(NOW, url, facts.digest(), facts.size()));
        var known = new DistributionFacts(Optional.of(facts), Optional.of(link));
        return SCORER.evaluate(POLICIES, new Subject(described.apply(dataset(format, url)), Map.of(FILE, known)), NOW);
    }

    private static Dataset dataset(FileFormat format, URI url) {
        var table = Distribution.of(FILE)
                .downloadUrl(Optional.of(url))
                .format(Optional.of(format))
                .mediaType(Optional.of(format.mediaType()))
                .encoding(Optional.of("UTF-8"))
                .licence(Optional.of(URI.create("https://data.gov.tw/license")))
                .fields(FaultCorpus.fields().stream().map(FieldDescription::named).toList())
                .build();
        return Dataset.of(ID, new SourceRef(SourceRef.LOCAL, "faulty"), LangText.zh("公共設施使用統計"))
                .description(LangText.zh("各縣市公共設施每次檢查之使用人次與使用率。".repeat(4)))
                .publisher(Optional.of(new AgencyId("moda")))
                .frequency(Frequency.parse("P1Y"))
                .modified(Optional.of(NOW))
                .temporal(Optional.of(new Period(
                        Optional.of(LocalDate.of(2023, 1, 1)), Optional.of(LocalDate.of(2023, 12, 31)))))
                .spatial(List.of(URI.create("https://touchstone.tw/ns/area/TW")))
                .distributions(List.of(table))
                .build();
    }
}
