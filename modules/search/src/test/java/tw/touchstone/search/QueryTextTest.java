package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTextTest {

    private static Wording han(String characters) {
        return new Wording(characters.codePoints().mapToObj(Character::toString).toList(), true);
    }

    private static Wording words(String... terms) {
        return new Wording(List.of(terms), false);
    }

    private static List<Wording> wanted(String text) {
        return QueryText.parse(text).wanted();
    }

    @Test
    void runsOfChineseAndWordsAreWantedEach() {
        assertThat(wanted("空氣品質　AQI stations")).containsExactly(han("空气品质"), words("aqi"), words("station"));
        assertThat(wanted("台北YouBike站點")).containsExactly(han("台北"), words("youbike"), han("站点"));
        assertThat(wanted("空氣、水質")).containsExactly(han("空气"), han("水质"));
    }

    @Test
    void aSingleCharacterStaysWithTheWordBesideIt() {
        assertThat(wanted("112年")).containsExactly(words("112", "年"));
        assertThat(wanted("第3季")).containsExactly(words("第", "3", "季"));
        assertThat(wanted("112年度")).containsExactly(words("112"), han("年度"));
        assertThat(wanted("水")).containsExactly(han("水"));
    }

    @Test
    void wordsJoinedByOneSignStayTogether() {
        assertThat(wanted("COVID-19 site_name")).containsExactly(words("covid", "19"), words("site", "name"));
    }

    @Test
    void quotesKeepTogetherAndMinusExcludes() {
        assertThat(QueryText.parse("\"air quality\" -台北 -\"pm 10\" “空氣 品質”"))
                .isEqualTo(new QueryText(
                        List.of(),
                        List.of(words("air", "quality"), words("空", "气", "品", "质")),
                        List.of(List.of(han("台北")), List.of(words("pm", "10"))),
                        false));
    }

    @Test
    void brokenSyntaxIsTakenLiterally() {
        assertThat(wanted("\"air quality")).containsExactly(words("air"), words("quality"));
        assertThat(wanted("title:(空氣 AND")).containsExactly(words("title"), han("空气"), words("and"));
        assertThat(wanted("空氣-")).containsExactly(han("空气"));
        assertThat(wanted("- 空氣")).containsExactly(han("空气"));
        assertThat(wanted("\"\" -\"\" \" -")).isEmpty();
        assertThat(QueryText.parse("!?*~^[]{}()\\/。，「」").isEmpty()).isTrue();
    }

    @Test
    void longTextsAreCutAndSayso() {
        assertThat(QueryText.parse("水".repeat(SearchQuery.MAX_TEXT)).cut()).isFalse();
        assertThat(QueryText.parse("水".repeat(SearchQuery.MAX_TEXT + 1)).cut()).isTrue();
        assertThat(wanted("a ".repeat(24))).hasSize(24);
        assertThat(QueryText.parse("a ".repeat(24)).cut()).isFalse();
        assertThat(wanted("b ".repeat(25))).hasSize(24);
        assertThat(QueryText.parse("b ".repeat(25)).cut()).isTrue();
        assertThat(wanted("a水水,".repeat(60))).hasSize(24);
    }
}
