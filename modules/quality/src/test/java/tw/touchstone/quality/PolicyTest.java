package tw.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.PolicyReading.Refused;

class PolicyTest {

    private static final String SMALL = """
            {
              "id": "small",
              "version": "1",
              "date": "2026-11-21",
              "title": {"zh-Hant-TW": "小", "en": "Small"},
              "source": "ours",
              "metrics": ["linkable", "timely"],
              "thresholds": {"timely-intervals": 1.5},
              "structuredFormats": ["csv"],
              "fold": "all",
              "gates": ["linkable"],
              "ladder": [
                {"label": "bronze", "needs": ["linkable"]},
                {"label": "silver", "needs": ["timely"]}
              ]
            }
            """;

    @Test
    void readsEveryPart() {
        var expected = new Policy(
                "small",
                "1",
                LocalDate.of(2026, 11, 21),
                LangText.of("小", "Small"),
                "ours",
                List.of(Metric.LINKABLE, Metric.TIMELY),
                new TreeMap<>(Map.of("timely-intervals", new BigDecimal("1.5"))),
                new TreeSet<>(List.of(FileFormat.CSV)),
                Fold.ALL,
                new Ladder(
                        List.of(Metric.LINKABLE),
                        List.of(
                                new LadderStep(Label.BRONZE, List.of(Metric.LINKABLE)),
                                new LadderStep(Label.SILVER, List.of(Metric.TIMELY)))),
                ((Policy) Policy.read(SMALL)).digest());
        assertThat(Policy.read(SMALL)).isEqualTo(expected);
    }

    @Test
    void theDigestIgnoresLayoutAndSeesEveryValue() {
        var digest = ((Policy) Policy.read(SMALL)).digest();
        assertThat(((Policy) Policy.read(SMALL.replace("\n", " "))).digest()).isEqualTo(digest);
        assertThat(((Policy) Policy.read(SMALL.replace("1.5", "1.6"))).digest()).isNotEqualTo(digest);
    }

    @Test
    void refusesWhatIsWrongWithLineAndField() {
        refuses("\"timely\"],", "\"timley\"],", 7, "/metrics/1", "unknown metric 'timley'");
        refuses("\"timely\"],", "\"linkable\"],", 7, "/metrics/1", "'linkable' stands here twice");
        refuses("\"source\": \"ours\",", "", 0, "/source", "missing");
        refuses("\"ours\"", "\" \"", 6, "/source", "empty");
        refuses("\"ours\"", "7", 6, "/source", "not a text");
        refuses("\"date\": \"2026-11-21\"", "\"date\": \"115-11-21\"", 4, "/date", "not a date of the form 2026-11-21");
        refuses(", \"en\": \"Small\"", "", 0, "/title/en", "missing");
        refuses("\"version\"", "\"weight\": 1, \"version\"", 3, "/weight", "unknown field");
        refuses("1.5", "0", 8, "/thresholds/timely-intervals", "not above zero");
        refuses("\"timely-intervals\": 1.5", "", 8, "/thresholds", "'timely-intervals' is missing");
        refuses("1.5}", "1.5, \"grace\": 1}", 8, "/thresholds/grace", "unknown threshold");
        refuses("[\"csv\"]", "[\"csv\", \"dbf\"]", 9, "/structuredFormats/1", "unknown format 'dbf'");
        refuses("\"all\"", "\"best\"", 10, "/fold", "a ladder is folded by all or worst");
        refuses("\"all\"", "\"sum\"", 10, "/fold", "unknown fold 'sum'");
        refuses("\"gates\": [\"linkable\"]", "\"gates\": [\"csv\"]", 11, "/gates/0", "not among the policy's metrics");
        refuses("\"silver\"", "\"bronze\"", 14, "/ladder/1/label", "not above the step before it");
        refuses("\"silver\"", "\"suspended\"", 14, "/ladder/1/label", "not a label that is awarded");
        refuses("[\"timely\"]}", "[]}", 14, "/ladder/1/needs", "a step needs something");
        refuses("[\"timely\"]}", "[\"csv\"]}", 14, "/ladder/1/needs/0", "not among the policy's metrics");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(Policy.read("{\n  \"id\": ")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.line())
                .isEqualTo(2));
        assertThat(Policy.read("")).isInstanceOf(Refused.class);
        assertThat(Policy.read("[]")).isEqualTo(new Refused(1, "", "a policy is a JSON object"));
        assertThat(Policy.read("{\"id\":1,\"id\":2}")).isInstanceOf(Refused.class);
        assertThat(Policy.read("[".repeat(100_000))).isInstanceOf(Refused.class);
        assertThat(Policy.read(SMALL + "x")).isInstanceOf(Refused.class);
    }

    private static void refuses(String text, String by, int line, String field, String message) {
        assertThat(SMALL).contains(text);
        var changed = new StringBuilder(SMALL);
        int at = SMALL.indexOf(text);
        changed.replace(at, at + text.length(), by);
        assertThat(Policy.read(changed.toString())).isEqualTo(new Refused(line, field, message));
    }
}
