package tw.touchstone.bench.relevance;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// What is found at all over our own corpus, and what is shown that does not belong. Order is not looked at here.
///
/// A floor stands a little under what was reached and only ever rises: whoever improves the search raises it, and whoever
/// cannot reach one has made the search worse. What is reached now stands in `target/relevance.md`; docs/search-quality.md
/// says how it is judged. Groups of fewer than six queries have no floor.
/// Small groups have no floor of precision (0): it is looked at over all of a language and over its topic words.
class RecallSuiteIT {

    private record Floor(String group, double recall, double precision) {}

    private static final List<Floor> FLOORS = List.of(
            new Floor("en", 0.83, 0.94),
            new Floor("zh", 0.83, 0.95),
            new Floor("en topic", 0.90, 0.95),
            new Floor("zh abbrev", 0.93, 0.00),
            new Floor("zh agency-topic", 0.85, 0.00),
            new Floor("zh code", 0.86, 0.00),
            new Floor("zh colloquial", 0.81, 0.00),
            new Floor("zh column", 0.86, 0.00),
            new Floor("zh lookalike", 0.93, 0.00),
            new Floor("zh misspelt", 0.54, 0.00),
            new Floor("zh old-name", 0.87, 0.00),
            new Floor("zh place-topic", 0.94, 0.00),
            new Floor("zh series", 0.97, 0.00),
            new Floor("zh simplified", 0.71, 0.00),
            new Floor("zh topic", 0.96, 0.92),
            new Floor("zh two-word", 0.82, 0.00),
            new Floor("zh variant", 0.86, 0.00),
            new Floor("zh width", 0.90, 0.00),
            new Floor("zh year", 0.99, 0.00));

    @Test
    void everyGroupFindsAsMuchAsItsFloor() {
        var softly = new SoftAssertions();
        for (var floor : FLOORS) {
            var reached = OwnRun.group(floor.group());
            softly.assertThat(reached.recall()).as("recall of %s", floor.group()).isGreaterThanOrEqualTo(floor.recall());
            if (floor.precision() > 0) {
                softly.assertThat(reached.precision()).as("precision of %s", floor.group()).isGreaterThanOrEqualTo(floor.precision());
            }
        }
        softly.assertAll();
    }

    @Test
    void nothingIsSaidToMatchWhatDoesNotExist() {
        var softly = new SoftAssertions();
        for (var asked : OwnRun.once().asked()) {
            if (asked.query().wanted() == 0) {
                softly.assertThat(asked.foundSomething()).as(asked.query().text()).isFalse();
            }
        }
        softly.assertAll();
    }
}
