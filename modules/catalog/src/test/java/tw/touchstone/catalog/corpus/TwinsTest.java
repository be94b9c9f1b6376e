package tw.touchstone.catalog.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

class TwinsTest {

    private static final Instant THEN = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-03T04:00:00Z");
    private static final AgencyId MODA = new AgencyId("moda");
    private static final String LONG = "本資料集收錄全國各鄉鎮市區公所每月受理之戶籍登記案件數量，依登記種類與申請人年齡分組統計，"
            + "並附各級行政區代碼以利與其他統計資料串接，資料自民國一百零二年起逐月累積，供學術研究與公共政策分析使用。";

    private final long seed = Long.getLong("touchstone.seed", 20_261_125);

    @Test
    void widthCaseBlanksAndPunctuationDoNotCount() {
        assertThat(Sketch.of("ＰＭ２．５ 濃度（每小時）")).isEqualTo(Sketch.of("pm25濃度，每小時"));
    }

    @Test
    void aTextOfFewerThanSixtySignsIsNotCompared() {
        assertThat(Sketch.of(LangText.zh("字".repeat(59)))).isEmpty();
        assertThat(Sketch.of(LangText.zh("字".repeat(60)))).isPresent();
        assertThat(Sketch.of(LangText.of("短", LONG))).as("another language stands in").contains(Sketch.of(LONG));
    }

    /// Of ten shingles together nine are shared, or one fewer.
    @Test
    void nineShinglesOfTenMakeTwinsAndOneFewerDoesNot() {
        assertThat(Sketch.of("甲乙丙丁戊己庚辛壬癸子").likeness(Sketch.of("甲乙丙丁戊己庚辛壬癸子丑"))).isEqualTo(9_000);
        assertThat(Sketch.of("甲乙丙丁戊己庚辛壬癸").likeness(Sketch.of("甲乙丙丁戊己庚辛壬癸子"))).isZero();
        assertThat(Sketch.of("甲乙丙丁戊己庚辛壬癸").likeness(Sketch.of("甲乙丙丁戊己庚辛壬癸"))).isEqualTo(10_000);
    }

    @Test
    void aSketchReadsBackAsItWasWritten() {
        assertThat(Sketch.read(Sketch.of(LONG).bytes())).isEqualTo(Sketch.of(LONG));
    }

    @Test
    void twoOfAnAgencyAreEachOthersTwinAndAThirdChangesNeither() {
        var twins = new Twins(List.of());
        assertThat(twins.learn(id(1), MODA, Sketch.of(LONG), THEN)).isEmpty();
        assertThat(twins.learn(id(2), new AgencyId("moi"), Sketch.of(LONG), THEN)).as("another agency").isEmpty();
        assertThat(twins.learn(id(3), MODA, Sketch.of(LONG), THEN)).containsExactly(id(1));
        assertThat(twins.learn(id(4), MODA, Sketch.of(LONG + "另"), NOW)).isEmpty();

        assertThat(likeness(twins, 1)).contains(new Likeness(id(3), 10_000, THEN));
        assertThat(likeness(twins, 2)).isEmpty();
        assertThat(likeness(twins, 3)).contains(new Likeness(id(1), 10_000, THEN));
        assertThat(likeness(twins, 4).map(Likeness::twin)).contains(id(1));

        assertThat(twins.forget(id(1), NOW)).containsExactlyInAnyOrder(id(3), id(4));
        assertThat(likeness(twins, 3).map(Likeness::twin)).contains(id(4));
        assertThat(twins.forget(id(4), NOW)).containsExactly(id(3));
        assertThat(likeness(twins, 3)).isEmpty();
    }

    /// Whoever has a twin has one that is that much alike, and whoever has none has no neighbour that is, whatever came,
    /// went and was rewritten before; and only those whose twin is another one are told of.
    @Test
    void twinsAreThoseThatLookingAtEveryPairFinds() {
        var random = new Random(seed);
        var twins = new Twins(List.of());
        var texts = new HashMap<DatasetId, Sketch>();
        for (int round = 0; round < 800; round++) {
            var id = id(random.nextInt(120));
            var before = likenesses(twins, texts);
            var sketch = random.nextInt(5) == 0 ? Optional.<Sketch>empty() : Optional.of(Sketch.of(rewritten(random)));
            var touched = sketch.isPresent()
                    ? twins.learn(id, MODA, sketch.get(), NOW)
                    : twins.forget(id, NOW);
            sketch.ifPresentOrElse(each -> texts.put(id, each), () -> texts.remove(id));

            var after = likenesses(twins, texts);
            for (var each : texts.keySet()) {
                var as = "seed %d, round %d, %s".formatted(seed, round, each);
                boolean alike = texts.keySet().stream()
                        .anyMatch(other -> !other.equals(each) && likeness(texts, each, other) > 0);
                var likeness = after.getOrDefault(each, Optional.empty());
                assertThat(likeness.isPresent()).as(as).isEqualTo(alike);
                likeness.ifPresent(found ->
                        assertThat(found.similarity()).as(as).isEqualTo(likeness(texts, each, found.twin())));
                if (!each.equals(id)) {
                    assertThat(touched.contains(each)).as(as).isEqualTo(!likeness.equals(before.get(each)));
                }
            }
        }
        var reread = new Twins(texts.keySet().stream().flatMap(each -> twins.of(each).stream()).toList());
        assertThat(likenesses(reread, texts)).as("seed %d", seed).isEqualTo(likenesses(twins, texts));
    }

    private static Map<DatasetId, Optional<Likeness>> likenesses(Twins twins, Map<DatasetId, Sketch> texts) {
        var found = new HashMap<DatasetId, Optional<Likeness>>();
        texts.keySet().forEach(each -> found.put(each, twins.of(each).flatMap(Described::likeness)));
        return found;
    }

    private static int likeness(Map<DatasetId, Sketch> texts, DatasetId one, DatasetId other) {
        var mine = Optional.ofNullable(texts.get(one)).orElseThrow();
        return Optional.ofNullable(texts.get(other)).map(mine::likeness).orElse(0);
    }

    private static Optional<Likeness> likeness(Twins twins, int number) {
        return twins.of(id(number)).flatMap(Described::likeness);
    }

    /// One of a few texts with some signs changed, so that likeness comes and goes around the threshold.
    private static String rewritten(Random random) {
        var signs = LONG.substring(random.nextInt(4) * 20).toCharArray();
        int changes = random.nextInt(7);
        for (int i = 0; i < changes; i++) {
            signs[random.nextInt(signs.length)] = (char) ('一' + random.nextInt(500));
        }
        return new String(signs);
    }

    private static DatasetId id(int number) {
        return new DatasetId("d" + number);
    }
}
