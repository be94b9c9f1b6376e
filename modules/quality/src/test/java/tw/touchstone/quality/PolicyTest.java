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
        refuses("[\"csv\"]", "[\"csv\", \"wk1\"]", 9, "/structuredFormats/1", "unknown format 'wk1'");
        refuses("\"all\"", "\"best\"", 10, "/fold", "a ladder is folded by all or worst");
        refuses("\"all\"", "\"sum\"", 10, "/fold", "unknown fold 'sum'");
        refuses("\"gates\": [\"linkable\"]", "\"gates\": [\"csv\"]", 11, "/gates/0", "not among the policy's metrics");
        refuses("\"silver\"", "\"bronze\"", 14, "/ladder/1/label", "not above the step before it");
        refuses("\"silver\"", "\"suspended\"", 14, "/ladder/1/label", "not a label that is awarded");
        refuses("[\"timely\"]}", "[]}", 14, "/ladder/1/needs", "a step needs something");
        refuses("[\"timely\"]}", "[\"csv\"]}", 14, "/ladder/1/needs/0", "not among the policy's metrics");
    }

    private static final String WEIGHED = """
            {
              "id": "weighed",
              "version": "1",
              "date": "2026-11-21",
              "title": {"zh-Hant-TW": "秤", "en": "Weighed"},
              "source": "ours",
              "thresholds": {},
              "fold": "best",
              "weights": {
                "linkable": 3,
                "downloadable": 7
              },
              "total": 10,
              "counting": "proportional",
              "applicableMinimum": 5,
              "bands": [
                {"grade": "a", "title": {"zh-Hant-TW": "甲", "en": "A"}, "from": 8, "gates": ["linkable"], "minimumShares": {"obtainable": 0.5}},
                {"grade": "b", "title": {"zh-Hant-TW": "乙", "en": "B"}, "from": 0}
              ]
            }
            """;

    @Test
    void readsAPolicyOfPoints() {
        var policy = (Policy) Policy.read(WEIGHED);
        assertThat(policy.metrics()).containsExactly(Metric.LINKABLE, Metric.DOWNLOADABLE);
        assertThat(policy.fold()).isEqualTo(Fold.BEST);
        assertThat(policy.awardsLabels()).isFalse();
        assertThat(policy.award())
                .isEqualTo(new Weighing(
                        Map.of(Metric.LINKABLE, 3, Metric.DOWNLOADABLE, 7),
                        10,
                        Weighing.Counting.PROPORTIONAL,
                        5,
                        List.of(
                                new Band(
                                        new Grade("a", LangText.of("甲", "A")),
                                        8,
                                        List.of(Metric.LINKABLE),
                                        Map.of(Dimension.OBTAINABLE, new BigDecimal("0.5"))),
                                new Band(new Grade("b", LangText.of("乙", "B")), 0, List.of(), Map.of()))));
    }

    @Test
    void refusesWrongWeightsAndBandsWithLineAndField() {
        var faults = List.of(
                List.of("\"downloadable\": 7", "\"downloadable\": 8", "13", "/total", "the weights add up to 11, not 10"),
                List.of("\"downloadable\": 7", "\"downlaodable\": 7", "11", "/weights/downlaodable", "unknown metric 'downlaodable'"),
                List.of("\"downloadable\": 7", "\"downloadable\": 0", "11", "/weights/downloadable", "not above zero"),
                List.of("\"downloadable\": 7", "\"downloadable\": 7.5", "11", "/weights/downloadable", "not a whole number from 0 up"),
                List.of("\"thresholds\": {}", "\"thresholds\": {\"grace\": 1}", "7", "/thresholds/grace", "unknown threshold"),
                List.of("\"best\"", "\"all\"", "8", "/fold", "points are folded by best or worst"),
                List.of("\"proportional\"", "\"relative\"", "14", "/counting", "neither absolute nor proportional"),
                List.of("\"applicableMinimum\": 5", "\"applicableMinimum\": 11", "15", "/applicableMinimum", "above the total"),
                List.of("\"grade\": \"b\"", "\"grade\": \"a\"", "18", "/bands/1/grade", "'a' stands here twice"),
                List.of("\"grade\": \"b\"", "\"grade\": \"gold\"", "18", "/bands/1/grade", "'gold' means something else"),
                List.of("\"from\": 0", "\"from\": 8", "18", "/bands/1/from", "not below the band before it"),
                List.of("\"from\": 0", "\"from\": 1", "18", "/bands/1", "the last band is from 0 and asks for nothing else"),
                List.of("[\"linkable\"]", "[\"csv\"]", "17", "/bands/0/gates/0", "not among the policy's metrics"),
                List.of("\"obtainable\": 0.5", "\"obtainable\": 1.5", "17", "/bands/0/minimumShares/obtainable", "above 1"),
                List.of("\"obtainable\": 0.5", "\"openness\": 0.5", "17", "/bands/0/minimumShares/openness", "no metric of this dimension is weighed"),
                List.of("\"obtainable\": 0.5", "\"shiny\": 0.5", "17", "/bands/0/minimumShares/shiny", "unknown dimension 'shiny'"),
                List.of("\"total\": 10,", "\"total\": 10, \"ladder\": [],", "13", "/ladder", "unknown field"));
        for (var fault : faults) {
            assertThat(WEIGHED).contains(fault.get(0));
            assertThat(Policy.read(WEIGHED.replace(fault.get(0), fault.get(1))))
                    .isEqualTo(new Refused(Integer.parseInt(fault.get(2)), fault.get(3), fault.get(4)));
        }
        assertThat(Policy.read(WEIGHED.replace("\"linkable\": 3,", "\"linkable\": 3, \"linkable\": 3,")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.line()).isEqualTo(10));
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
