package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.quality.Fixtures.LABEL_113;
import static tw.touchstone.quality.Fixtures.LABEL_114;
import static tw.touchstone.quality.Fixtures.NOW;
import static tw.touchstone.quality.Fixtures.SCORER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;

/// Seeded random faults: none ever raises a label, and what cannot be decided never counts as a fault.
class FaultsTest {

    private static final List<UnaryOperator<DistributionFacts>> FACT_FAULTS = List.of(
            facts -> new DistributionFacts(facts.bytes(), Optional.of(Fixtures.dead())),
            facts -> new DistributionFacts(Optional.of(Fixtures.page()), facts.link()),
            facts -> new DistributionFacts(
                    Optional.of(Fixtures.bytes(FileFormat.CSV, Optional.empty(), new Content.Empty())), facts.link()),
            facts -> new DistributionFacts(
                    Optional.of(Fixtures.bytes(FileFormat.PDF, Optional.empty(), new Content.Opaque())), facts.link()),
            facts -> new DistributionFacts(
                    Optional.of(Fixtures.bytes(
                            FileFormat.JSON,
                            Optional.empty(),
                            new Content.Malformed("JSON ends inside an object", new Place(3, 1, 40, "{")))),
                    facts.link()),
            facts -> new DistributionFacts(
                    Optional.of(Fixtures.table(TextEncoding.GB18030, "縣市代碼", "人口數")), facts.link()),
            facts -> new DistributionFacts(Optional.of(Fixtures.table(TextEncoding.UTF_8, "x")), facts.link()));

    private static final List<UnaryOperator<Distribution>> METADATA_FAULTS = List.of(
            declared -> declared.with().encoding(Optional.of("BIG5")).build(),
            declared -> declared.with()
                    .fields(List.of(FieldDescription.named("詳內")))
                    .build(),
            declared -> declared.with().fields(List.of()).build());

    @Test
    void noFaultEverRaisesALabel() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var policy = random.nextBoolean() ? LABEL_113 : LABEL_114;
            var subject = Fixtures.perfect(1 + random.nextInt(3));
            var before = SCORER.evaluate(policy, subject, NOW);
            for (int faults = 1 + random.nextInt(4); faults > 0; faults--) {
                subject = random.nextInt(4) == 0 ? undecided(subject, random) : spoiled(subject, random);
                var after = SCORER.evaluate(policy, subject, NOW);
                assertThat(rank(after.atMost().orElse(after.award())))
                        .as("seed %d round %d", seed, round)
                        .isLessThanOrEqualTo(rank(before.atMost().orElse(before.award())));
                assertThat(rank(after.award())).as("seed %d round %d", seed, round).isLessThanOrEqualTo(rank(before.award()));
                before = after;
            }
        }
    }

    @Test
    void undecidedNeverFails() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var card = SCORER.evaluate(LABEL_113, undecided(Fixtures.perfect(3), random), NOW);
            assertThat(card.label()).as("seed %d", seed).contains(Label.NONE_UNCHECKED);
            assertThat(card.atMost()).as("seed %d", seed).contains("platinum");
        }
    }

    private static Subject spoiled(Subject subject, Random random) {
        int at = random.nextInt(subject.dataset().distributions().size());
        var distributions = new ArrayList<>(subject.dataset().distributions());
        var declared = distributions.get(at);
        var facts = new HashMap<>(subject.facts());
        if (random.nextBoolean()) {
            var fault = FACT_FAULTS.get(random.nextInt(FACT_FAULTS.size()));
            // A later fact would replace an earlier fault: only sound distributions are spoiled in their facts.
            facts.computeIfPresent(
                    declared.id(),
                    (_, known) -> known.bytes().equals(Optional.of(Fixtures.csv()))
                                    && known.link().equals(Optional.of(Fixtures.answered()))
                            ? fault.apply(known)
                            : known);
        } else if (declared.equals(Fixtures.distribution(declared.id().number()))) {
            distributions.set(
                    at, METADATA_FAULTS.get(random.nextInt(METADATA_FAULTS.size())).apply(declared));
        }
        return new Subject(
                subject.dataset().with().distributions(distributions).build(), facts);
    }

    private static Subject undecided(Subject subject, Random random) {
        var distributions = subject.dataset().distributions();
        var id = distributions.get(random.nextInt(distributions.size())).id();
        var facts = new HashMap<>(subject.facts());
        facts.computeIfPresent(
                id,
                (_, known) -> known.link().equals(Optional.of(Fixtures.answered()))
                        ? new DistributionFacts(known.bytes(), Optional.of(Fixtures.undecided()))
                        : known);
        return new Subject(subject.dataset(), facts);
    }

    /// 白金 4 … 銅 1, every kind of none 0.
    private static int rank(String award) {
        return 1 + List.of("bronze", "silver", "gold", "platinum").indexOf(award);
    }
}
