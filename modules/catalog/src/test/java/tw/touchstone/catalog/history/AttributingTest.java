package tw.touchstone.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tw.touchstone.catalog.history.Attribution.Share;
import tw.touchstone.quality.Points;

class AttributingTest {

    private static final int ROUNDS = 400;

    private final long seed = Long.getLong("touchstone.seed", 20_261_125);
    private final RandomCases cases = new RandomCases(new Random(seed));

    @Test
    void theSharesOfAnyTwoCasesAddUpToTheDifference() {
        for (int i = 0; i < ROUNDS; i++) {
            var from = cases.next();
            var to = cases.next();

            var walked = walk(from, to);

            assertThat(sum(walked)).as("seed %d, round %d", seed, i).isEqualTo(
                    walked.after().tenThousandths() - walked.before().tenThousandths());
            var reached = walked.before();
            for (var share : walked.shares()) {
                assertThat(share.from()).as("seed %d, round %d", seed, i).isEqualTo(reached);
                assertThat(share.from()).isNotEqualTo(share.to());
                reached = share.to();
            }
            assertThat(reached).as("seed %d, round %d", seed, i).isEqualTo(walked.after());
            assertThat(walked.shares().stream().map(Share::cause)).isSorted().doesNotHaveDuplicates();
        }
    }

    /// Every kind of input alone, so that a share is put down to what was changed and to nothing else.
    @Test
    void whatChangedAloneIsTheOnlyCause() {
        var changes = new EnumMap<Cause, UnaryOperator<Case>>(Map.of(
                Cause.BYTES, cases::otherBytes,
                Cause.METADATA, cases::otherMetadata,
                Cause.CORPUS, cases::otherCorpus,
                Cause.NETWORK, cases::otherLinks,
                Cause.CLOCK, cases::otherInstant,
                Cause.POLICY, cases::otherPolicy));
        var seen = new HashSet<Cause>();
        for (int i = 0; i < ROUNDS; i++) {
            var from = cases.next();
            for (var change : changes.entrySet()) {
                var shares = walk(from, change.getValue().apply(from)).shares();
                assertThat(shares.stream().map(Share::cause))
                        .as("seed %d, round %d", seed, i)
                        .allMatch(change.getKey()::equals);
                shares.forEach(share -> seen.add(share.cause()));
            }
        }
        assertThat(seen).as("seed %d", seed).containsExactlyInAnyOrder(Cause.values());
    }

    /// Each of the changes is judged in the order of the causes, whatever the order in which they were made.
    @Test
    void theOrderOfTheChangesHasNoInfluence() {
        for (int i = 0; i < ROUNDS / 4; i++) {
            var from = cases.next();
            var to = cases.otherPolicy(cases.otherInstant(cases.otherCorpus(cases.otherBytes(from))));
            var steps = new ArrayList<UnaryOperator<Case>>();
            steps.add(each -> each.with(to.subject()));
            steps.add(each -> each.at(to.asOf()));
            steps.add(each -> each.under(to));
            Collections.shuffle(steps, new Random(seed + i));
            var other = from;
            for (var step : steps) {
                other = step.apply(other);
            }
            assertThat(walk(from, other)).as("seed %d, round %d", seed, i).isEqualTo(walk(from, to));
        }
    }

    @Test
    void nothingChangedHasNoCause() {
        var same = cases.next();

        assertThat(walk(same, same).shares()).isEmpty();
    }

    /// The stored verdict is another than this engine's on the same inputs: all of that is put down to the policy.
    @Test
    void whatAnotherEngineMadeOfTheSameInputsIsPutDownToThePolicy() {
        var one = cases.next();
        var stored = new Verdict("another", Optional.of(Points.of(7)));
        var now = Verdict.of(one.judge());

        var walked = new Attributing(one, one).walk(stored, now);

        assertThat(walked.shares())
                .containsExactly(new Share(
                        Cause.POLICY, stored, now, now.tenThousandths() - stored.tenThousandths()));
    }

    /// The bytes are the same; a later inspector sees more in them.
    @Test
    void whatAnotherInspectorFindsInTheSameBytesIsPutDownToThePolicy() {
        int seen = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var from = cases.next();
            var shares = walk(from, cases.otherInspector(from)).shares();
            assertThat(shares.stream().map(Share::cause)).as("seed %d, round %d", seed, i).allMatch(Cause.POLICY::equals);
            seen += shares.size();
        }
        assertThat(seen).as("seed %d", seed).isPositive();
    }

    private static long sum(Attribution walked) {
        return walked.shares().stream().mapToLong(Share::difference).sum();
    }

    private static Attribution walk(Case from, Case to) {
        return new Attributing(from, to).walk(Verdict.of(from.judge()), Verdict.of(to.judge()));
    }
}
