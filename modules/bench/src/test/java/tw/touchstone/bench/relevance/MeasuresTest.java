package tw.touchstone.bench.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// All expected values are computed by hand.
class MeasuresTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private static final JudgedQuery QUERY =
            new JudgedQuery("q", "topic", "zh", "水質", Map.of("a", 3, "b", 2, "c", 1, "d", 2));

    private static final JudgedQuery NOTHING_WANTED = new JudgedQuery("q", "absent", "zh", "企鵝", Map.of());

    @Test
    void recallCountsGradesTwoAndThreeWithinTheFirst() {
        var shown = List.of("x", "b", "c", "a");
        assertThat(Measures.recall(QUERY, shown, 4).orElseThrow()).isEqualTo(2.0 / 3, EXACT);
        assertThat(Measures.recall(QUERY, shown, 3).orElseThrow()).isEqualTo(1.0 / 3, EXACT);
        assertThat(Measures.recall(QUERY, shown, 1).orElseThrow()).isZero();
        assertThat(Measures.recall(QUERY, List.of(), 10).orElseThrow()).isZero();
        assertThat(Measures.recall(NOTHING_WANTED, shown, 4)).isEmpty();
    }

    @Test
    void precisionForgivesGradeOneAndKnowsNothingOfAnEmptyAnswer() {
        var shown = List.of("x", "b", "c", "a", "y");
        assertThat(Measures.precision(QUERY, shown, 4).orElseThrow()).isEqualTo(3.0 / 4, EXACT);
        assertThat(Measures.precision(QUERY, shown, 10).orElseThrow()).isEqualTo(3.0 / 5, EXACT);
        assertThat(Measures.precision(QUERY, shown, 1).orElseThrow()).isZero();
        assertThat(Measures.precision(QUERY, List.of(), 10)).isEmpty();
    }

    @Test
    void ndcgIsOneForTheBestOrderOnly() {
        assertThat(Measures.ndcg(QUERY, List.of("a", "d", "b", "c"), 10).orElseThrow()).isEqualTo(1, EXACT);
        // Gains 0, 7, 3 over log2 of 2, 3, 4; the best are 7, 3, 3, 1 over log2 of 2, 3, 4, 5.
        double got = 7 / 1.584962500721156 + 3 / 2.0;
        double best = 7 + 3 / 1.584962500721156 + 3 / 2.0 + 1 / 2.321928094887362;
        assertThat(Measures.ndcg(QUERY, List.of("x", "a", "b"), 10).orElseThrow()).isEqualTo(got / best, EXACT);
        assertThat(Measures.ndcg(QUERY, List.of("x", "a", "b"), 1).orElseThrow()).isZero();
        assertThat(Measures.ndcg(NOTHING_WANTED, List.of("x"), 10)).isEmpty();
    }

    @Test
    void reciprocalRankLooksForTheFirstWanted() {
        assertThat(Measures.reciprocalRank(QUERY, List.of("b", "a")).orElseThrow()).isEqualTo(1, EXACT);
        assertThat(Measures.reciprocalRank(QUERY, List.of("c", "x", "a")).orElseThrow()).isEqualTo(1.0 / 3, EXACT);
        assertThat(Measures.reciprocalRank(QUERY, List.of("c", "x")).orElseThrow()).isZero();
        assertThat(Measures.reciprocalRank(NOTHING_WANTED, List.of("x"))).isEmpty();
    }
}
