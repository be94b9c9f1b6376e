package tw.touchstone.bench.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The lists are as large and as sound as docs/search-quality.md says.
class JudgementsTest {

    private static final double FOUR_GRADES = 0.702;

    private static final double WANTED_OR_NOT = 0.798;

    /// What the two passes gave one dataset for one query.
    private record Pair(int first, int second) {}

    private final List<JudgedQuery> corpus = Judgements.ofCorpus();

    @Test
    void theCorpusHasAThousandRecordsAndNoIdentifierTwice() {
        var ids = ids();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(1_000).doesNotHaveDuplicates();
    }

    @Test
    void twoHundredChineseAndFiftyEnglishQueriesAreJudged() {
        assertThat(corpus.stream().filter(query -> query.language().equals("zh"))).hasSizeGreaterThanOrEqualTo(200);
        assertThat(corpus.stream().filter(query -> query.language().equals("en"))).hasSizeGreaterThanOrEqualTo(50);
        assertThat(corpus).extracting(JudgedQuery::id).doesNotHaveDuplicates();
        assertThat(corpus).extracting(query -> query.language() + query.text()).doesNotHaveDuplicates();
    }

    @Test
    void everyGradeIsOfARecordOfTheCorpus() {
        var known = new HashSet<>(ids());
        for (var query : corpus) {
            assertThat(known).as(query.text()).containsAll(query.grades().keySet());
            assertThat(query.grades().values()).as(query.text()).allMatch(grade -> grade >= 1 && grade <= 3);
            assertThat(query.wanted() == 0).as(query.text()).isEqualTo(query.kind().equals("absent"));
        }
    }

    @Test
    void theNationalListHasSixtyQueriesAndTenTopicWords() {
        var national = Judgements.ofNationalCatalogue();
        assertThat(national).hasSizeGreaterThanOrEqualTo(60);
        assertThat(national.stream().filter(query -> query.kind().equals("topic"))).hasSizeGreaterThanOrEqualTo(10);
        assertThat(national).extracting(JudgedQuery::text).doesNotHaveDuplicates();
        for (var query : national) {
            assertThat(query.wanted() == 0).as(query.text()).isEqualTo(query.kind().equals("absent"));
        }
    }

    /// The figures stand in docs/search-quality.md.
    @Test
    void twoPassesOverFiftyQueriesAgree() {
        var again = Judgements.again();
        assertThat(again).hasSizeGreaterThanOrEqualTo(50);
        var first = corpus.stream().collect(Collectors.toMap(JudgementsTest::key, query -> query));
        var pairs = again.stream()
                .flatMap(query -> query.grades().entrySet().stream()
                        .map(grade -> new Pair(
                                Objects.requireNonNull(first.get(key(query)), query.text()).grade(grade.getKey()),
                                grade.getValue())))
                .toList();
        assertThat(kappa(pairs, grade -> grade)).isCloseTo(FOUR_GRADES, within(0.005));
        assertThat(kappa(pairs, grade -> grade >= JudgedQuery.WANTED ? 1 : 0)).isCloseTo(WANTED_OR_NOT, within(0.005));
    }

    private static String key(JudgedQuery query) {
        return query.language() + " " + query.text();
    }

    /// Cohen's kappa: agreement beyond what chance gives.
    private static double kappa(List<Pair> pairs, IntUnaryOperator by) {
        double agreed = 0;
        var first = new double[4];
        var second = new double[4];
        for (var pair : pairs) {
            int one = by.applyAsInt(pair.first());
            int other = by.applyAsInt(pair.second());
            agreed += one == other ? 1 : 0;
            first[one]++;
            second[other]++;
        }
        double chance = 0;
        for (int grade = 0; grade < 4; grade++) {
            chance += first[grade] / pairs.size() * second[grade] / pairs.size();
        }
        return (agreed / pairs.size() - chance) / (1 - chance);
    }

    private static List<String> ids() {
        return Judgements.lines("corpus.jsonl").stream()
                .map((JsonNode line) -> line.path("id").asString())
                .toList();
    }
}
