package tw.touchstone.bench.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final JudgedQuery WATER = new JudgedQuery("q1", "topic", "zh", "水質", Map.of("a", 3, "b", 2));
    private static final JudgedQuery BUS = new JudgedQuery("q2", "topic", "zh", "公車", Map.of("c", 3));
    private static final JudgedQuery PENGUIN = new JudgedQuery("q3", "absent", "zh", "企鵝", Map.of());

    @Test
    void everyQueryCountsOnceInTheAverage() {
        var figures = Figures.of(
                "zh",
                List.of(
                        new Asked(WATER, new Engine.Answer(List.of("a", "x"), true)),
                        new Asked(BUS, new Engine.Answer(List.of("c"), true))));
        assertThat(figures.queries()).isEqualTo(2);
        assertThat(figures.recall()).isEqualTo((0.5 + 1) / 2);
        assertThat(figures.precision()).isEqualTo((0.5 + 1) / 2);
        assertThat(figures.mrr()).isEqualTo(1);
        assertThat(figures.silent()).isNaN();
    }

    @Test
    void theNearestAreNotWrongWhereNothingIsSaidToMatch() {
        var near = new Asked(PENGUIN, new Engine.Answer(List.of("x"), false));
        var wrong = new Asked(PENGUIN, new Engine.Answer(List.of("x"), true));
        assertThat(Figures.of("zh", List.of(near)).precision()).isNaN();
        assertThat(Figures.of("zh", List.of(near, wrong)).precision()).isZero();
        assertThat(Figures.of("zh", List.of(near, wrong)).silent()).isEqualTo(0.5);
        assertThat(Figures.of("zh", List.of(near)).recall()).isNaN();
    }

    @Test
    void groupsAreLanguagesAndThenTheirKinds() {
        var asked = List.of(
                new Asked(WATER, new Engine.Answer(List.of("a"), true)),
                new Asked(PENGUIN, new Engine.Answer(List.of(), true)));
        assertThat(Figures.of(asked)).extracting(Figures::group).containsExactly("zh", "zh absent", "zh topic");
    }

    @Test
    void whatIsSaidToMatchNothingIsReportedOnlyWhereSomethingDoes() {
        var run = new Relevance(
                "test",
                List.of(
                        new Asked(WATER, new Engine.Answer(List.of("a"), false)),
                        new Asked(BUS, new Engine.Answer(List.of(), true)),
                        new Asked(PENGUIN, new Engine.Answer(List.of(), true))),
                List.of());
        assertThat(run.foundNothing()).containsExactly(WATER, BUS);
        assertThat(RelevanceReport.markdown(run))
                .contains("| zh topic | 2 | 0.250 |  | 0.250 | 1.000 |", "`水質`, `公車`");
        assertThat(RelevanceReport.json(run)).contains("\"text\" : \"公車\"");
    }
}
