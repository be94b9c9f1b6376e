package tw.touchstone.bench.relevance;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tw.touchstone.bench.relevance.KnownItems.Memory;

/// Whether what serves best stands first over our own corpus.
///
/// A floor stands a little under what was reached and only ever rises: whoever improves the search raises it, and whoever
/// cannot reach one has made the search worse. What is reached now stands in `target/relevance.md`; docs/search-quality.md
/// says how it is judged. Groups of fewer than six queries have no floor.
class RelevanceSuiteIT {

    private record Floor(String group, double ndcg10, double mrr) {}

    private static final List<Floor> FLOORS = List.of(
            new Floor("en", 0.74, 0.81),
            new Floor("zh", 0.81, 0.88),
            new Floor("en topic", 0.79, 0.85),
            new Floor("zh abbrev", 0.94, 0.99),
            new Floor("zh agency-topic", 0.87, 0.99),
            new Floor("zh code", 0.90, 0.99),
            new Floor("zh colloquial", 0.78, 0.85),
            new Floor("zh column", 0.92, 0.99),
            new Floor("zh lookalike", 0.85, 0.84),
            new Floor("zh misspelt", 0.61, 0.74),
            new Floor("zh old-name", 0.83, 0.99),
            new Floor("zh place-topic", 0.86, 0.91),
            new Floor("zh series", 0.98, 0.99),
            new Floor("zh simplified", 0.74, 0.90),
            new Floor("zh topic", 0.95, 0.97),
            new Floor("zh two-word", 0.80, 0.95),
            new Floor("zh variant", 0.79, 0.80),
            new Floor("zh width", 0.85, 0.99),
            new Floor("zh year", 0.80, 0.94));

    @Test
    void everyGroupIsOrderedAsWellAsItsFloor() {
        var softly = new SoftAssertions();
        for (var floor : FLOORS) {
            var reached = OwnRun.group(floor.group());
            softly.assertThat(reached.ndcg10()).as("ndcg10 of %s", floor.group()).isGreaterThanOrEqualTo(floor.ndcg10());
            if (floor.mrr() > 0) {
                softly.assertThat(reached.mrr()).as("mrr of %s", floor.group()).isGreaterThanOrEqualTo(floor.mrr());
            }
        }
        softly.assertAll();
    }

    private record KnownFloor(Memory memory, double at1, double at10) {}

    private static final List<KnownFloor> KNOWN_FLOORS = List.of(
            new KnownFloor(Memory.EXACT, 0.99, 1.00),
            new KnownFloor(Memory.CUT, 0.98, 0.99),
            new KnownFloor(Memory.REORDERED, 0.99, 1.00),
            new KnownFloor(Memory.VARIANT, 0.98, 1.00),
            new KnownFloor(Memory.SIMPLIFIED, 0.99, 1.00),
            new KnownFloor(Memory.MISSPELT, 0.95, 0.97));

    @Test
    void aDatasetWhoseTitleIsRememberedIsFound() {
        var softly = new SoftAssertions();
        for (var floor : KNOWN_FLOORS) {
            var reached = OwnRun.once().known().stream()
                    .filter(success -> success.memory() == floor.memory())
                    .findFirst()
                    .orElseThrow();
            softly.assertThat(reached.at1()).as("%s first", floor.memory()).isGreaterThanOrEqualTo(floor.at1());
            softly.assertThat(reached.at10()).as("%s in ten", floor.memory()).isGreaterThanOrEqualTo(floor.at10());
        }
        softly.assertAll();
    }
}
