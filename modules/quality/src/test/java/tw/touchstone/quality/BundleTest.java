package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Bundle.Replay;
import tw.touchstone.quality.rules.Rules;

class BundleTest {

    private static final Subject SUBJECT = Fixtures.with(
            Fixtures.perfect(2),
            2,
            new DistributionFacts(
                    Optional.of(Fixtures.page()),
                    Optional.of(Fixtures.dead()),
                    Optional.of(Fixtures.NOW.minus(Duration.ofDays(3)))));
    private static final byte[] BUNDLE = bundle(SUBJECT, Fixtures.NOW);

    @Test
    void theSameInputsGiveTheSameBytes() {
        var card = Fixtures.SCORER.evaluate(Fixtures.LABEL_113, SUBJECT, Fixtures.NOW);

        assertThat(replay(BUNDLE)).isEqualTo(new Replay.Verified(card, Fixtures.NOW));
    }

    /// 2 × the length of the bundle replays: one random bit of every byte, and every byte missing.
    @Test
    void noByteCanBeChangedOrTakenOut() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int i = 0; i < BUNDLE.length; i++) {
            var flipped = BUNDLE.clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            assertThat(replay(flipped)).as("byte %d, seed %d", i, seed).isNotInstanceOf(Replay.Verified.class);
            var without = new byte[BUNDLE.length - 1];
            System.arraycopy(BUNDLE, 0, without, 0, i);
            System.arraycopy(BUNDLE, i + 1, without, i, BUNDLE.length - i - 1);
            assertThat(replay(without)).as("without byte %d", i).isNotInstanceOf(Replay.Verified.class);
        }
    }

    @Test
    void aBundleThatEndsEarlyIsRefusedWithThePlace() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var cut = Arrays.copyOf(BUNDLE, random.nextInt(BUNDLE.length));
            assertThat(replay(cut)).as("%d bytes, seed %d", cut.length, seed).isInstanceOf(Replay.Refused.class);
        }
    }

    /// Whoever edits a verdict can make a new digest, but not make the inputs give it.
    @Test
    void anEditedVerdictIsNotTheOneThatTheInputsGive() {
        var text = new String(BUNDLE, StandardCharsets.UTF_8);
        assertThat(text).contains("\"label\":\"none-failed\"");

        var forged = sealed(text.replaceFirst("\"label\":\"none-failed\"", "\"label\":\"platinum\""));

        assertThat(replay(forged))
                .isInstanceOfSatisfying(
                        Replay.Differs.class, differs -> assertThat(differs.message()).startsWith("scorecard/"));
    }

    @Test
    void aChangedInputIsNotTheOneThatTheScorecardNames() {
        var text = new String(BUNDLE, StandardCharsets.UTF_8);

        var forged = sealed(text.replace("status-404", "status-410"));

        assertThat(replay(forged))
                .isInstanceOfSatisfying(
                        Replay.Differs.class, differs -> assertThat(differs.message()).startsWith("documents/"));
    }

    @Test
    void anotherPolicyIsNotTheOneThatTheScorecardNames() {
        var text = new String(BUNDLE, StandardCharsets.UTF_8);

        assertThat(replay(sealed(text.replace("\"timely-intervals\":1.5", "\"timely-intervals\":9.5"))))
                .isEqualTo(new Replay.Differs("policy: not the text that the scorecard names"));
    }

    @Test
    void aScorecardOfAnotherEngineIsNotVerifiable() {
        var text = new String(BUNDLE, StandardCharsets.UTF_8);

        var older = sealed(text.replace("\"engine\":\"" + Scorer.ENGINE + "\"", "\"engine\":\"0\""));

        assertThat(replay(older)).isInstanceOf(Replay.NotVerifiable.class);
    }

    @Test
    void factsOfAnotherFormAreNotVerifiable() {
        var documents = new TreeMap<>(documents(SUBJECT));
        var facts = QualityJson.write(Fixtures.csv());
        var older = new String(facts, StandardCharsets.UTF_8).replace("\"inspector\"", "\"inspektor\"");
        var bytes = older.getBytes(StandardCharsets.UTF_8);
        documents.remove(Sha256.of(facts));
        documents.put(Sha256.of(bytes), bytes);
        var card = new String(card(SUBJECT, Fixtures.NOW), StandardCharsets.UTF_8)
                .replace(Sha256.of(facts).hex(), Sha256.of(bytes).hex());

        var bundle = Bundle.write(card.getBytes(StandardCharsets.UTF_8), policy(), Fixtures.NOW, documents);

        assertThat(replay(bundle)).isInstanceOfSatisfying(Replay.NotVerifiable.class, not -> assertThat(not.message())
                .contains(Sha256.of(bytes).hex(), "/inspector"));
    }

    @Test
    void aMissingOrSurplusDocumentIsNoticed() {
        var fewer = new TreeMap<>(documents(SUBJECT));
        fewer.remove(fewer.firstKey());
        var more = new TreeMap<>(documents(SUBJECT));
        more.put(Sha256.of(new byte[] {'x'}), new byte[] {'x'});

        assertThat(replay(Bundle.write(card(SUBJECT, Fixtures.NOW), policy(), Fixtures.NOW, fewer)))
                .isInstanceOf(Replay.NotVerifiable.class);
        assertThat(replay(Bundle.write(card(SUBJECT, Fixtures.NOW), policy(), Fixtures.NOW, more)))
                .isInstanceOf(Replay.Differs.class);
    }

    @Test
    void whatIsNoBundleIsRefused() {
        assertThat(replay(new byte[0])).isInstanceOf(Replay.Refused.class);
        assertThat(replay("[]".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Replay.Refused.class);
        assertThat(replay("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Replay.Refused.class);
        assertThat(replay("{\"form\": \"touchstone-bundle-1\",\n \"form\": 1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Replay.Refused.class, refused -> assertThat(refused.line()).isEqualTo(2));
        assertThat(replay("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).isInstanceOf(Replay.Refused.class);
    }

    /// A change of the instant within the span of the verdict gives the same scorecard; the digest notices it all the same.
    @Test
    void eachInstantBetweenTwoBoundariesGivesTheSameScorecard() {
        var later = Fixtures.NOW.plusSeconds(60);

        assertThat(card(SUBJECT, later)).isEqualTo(card(SUBJECT, Fixtures.NOW));
        assertThat(bundle(SUBJECT, later)).isNotEqualTo(BUNDLE);
        assertThat(replay(bundle(SUBJECT, later))).isInstanceOf(Replay.Verified.class);
    }

    private static Replay replay(byte[] bundle) {
        return Bundle.replay(bundle, Rules::scorer);
    }

    /// The text with the digest that belongs to it.
    private static byte[] sealed(String text) {
        var unsealed = text.replaceFirst("\"digest\":\"[0-9a-f]{64}\",\"documents\"", "\"documents\"");
        var digest = Sha256.of(unsealed.getBytes(StandardCharsets.UTF_8));
        return unsealed.replaceFirst("\"documents\"", "\"digest\":\"" + digest + "\",\"documents\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bundle(Subject subject, Instant asOf) {
        return Bundle.write(card(subject, asOf), policy(), asOf, documents(subject));
    }

    private static byte[] card(Subject subject, Instant asOf) {
        return QualityJson.write(Fixtures.SCORER.evaluate(Fixtures.LABEL_113, subject, asOf));
    }

    private static byte[] policy() {
        return Policy.canonical(Fixtures.vocab("policies/label-113.json"));
    }

    private static Map<Sha256, byte[]> documents(Subject subject) {
        var documents = new TreeMap<>(Fixtures.SCORER
                .judge(List.of(Fixtures.LABEL_113), subject, Fixtures.NOW)
                .documents());
        documents.putAll(InputDocuments.of(Fixtures.SCORER.reference()));
        return documents;
    }
}
