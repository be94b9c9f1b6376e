package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.touchstone.search.Narrowing.Values;
import tw.touchstone.search.QueryText.Wanted;

class QueryTextTest {

    private static Wording han(String characters) {
        return new Wording(characters.codePoints().mapToObj(Character::toString).toList(), true);
    }

    private static Wording words(String... terms) {
        return new Wording(List.of(terms), false);
    }

    private static List<Wording> wanted(String text) {
        return QueryText.parse(text).wanted().stream().map(Wanted::wording).toList();
    }

    @Test
    void runsOfChineseAndWordsAreWantedEach() {
        assertThat(wanted("空氣品質　AQI stations")).containsExactly(han("空气品质"), words("aqi"), words("station"));
        assertThat(wanted("台北YouBike站點")).containsExactly(han("台北"), words("youbike"), han("站点"));
        assertThat(wanted("空氣、水質")).containsExactly(han("空气"), han("水质"));
    }

    @Test
    void aSingleCharacterStaysWithTheWordBesideIt() {
        assertThat(wanted("52次")).containsExactly(words("52", "次"));
        assertThat(wanted("第3季")).containsExactly(words("第", "3", "季"));
        assertThat(wanted("52年度")).containsExactly(words("52"), han("年度"));
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
                        List.of(quoted(words("air", "quality")), quoted(words("空", "气", "品", "质"))),
                        List.of(List.of(plain(han("台北"))), List.of(quoted(words("pm", "10")))),
                        List.of(),
                        false));
    }

    @Test
    void aYearIsAWordingOfItsOwnHoweverItIsWritten() {
        assertThat(wanted("110年度預算")).containsExactly(year(2021, false, "110", "年", "度"), han("预算"));
        assertThat(wanted("民國一一○年")).containsExactly(year(2021, true, "民", "国", "一", "一", "〇", "年"));
        assertThat(wanted("2021空氣")).containsExactly(year(2021, false, "2021"), han("空气"));
    }

    @Test
    void aNameAsksOnePart() {
        assertThat(QueryText.parse("title:空氣 欄位：統一編號 -agency:\"air force\"").wanted())
                .containsExactly(in(TextField.TITLE, han("空气")), in(TextField.COLUMNS, han("统一编号")));
        assertThat(QueryText.parse("-agency:\"air force\"").unwanted())
                .containsExactly(List.of(new Wanted(Optional.of(TextField.AGENCY), words("air", "force"), true)));
        assertThat(wanted("title: 空氣")).containsExactly(words("title"), han("空气"));
        assertThat(wanted("colour:red")).containsExactly(words("colour", "red"));
    }

    @Test
    void labelsFormatsAndDaysNarrow() {
        assertThat(narrowings("format:CSV,json")).containsExactly(new Values(Facet.FORMAT, Set.of("csv", "json"), false));
        assertThat(narrowings("-格式:pdf")).containsExactly(new Values(Facet.FORMAT, Set.of("pdf"), true));
        assertThat(narrowings("label:>=silver"))
                .containsExactly(new Values(Facet.LABEL, Set.of("silver", "gold", "platinum"), false));
        assertThat(narrowings("標章:>銀")).containsExactly(new Values(Facet.LABEL, Set.of("gold", "platinum"), false));
        assertThat(narrowings("標章:銅..金"))
                .containsExactly(new Values(Facet.LABEL, Set.of("bronze", "silver", "gold"), false));
        assertThat(narrowings("modified:2024..2025-02")).containsExactly(days("2024-01-01", "2025-02-28"));
        assertThat(narrowings("更新:113")).containsExactly(days("2024-01-01", "2024-12-31"));
        assertThat(narrowings("modified:>=2024-03-05")).containsExactly(days("2024-03-05", ""));
        assertThat(narrowings("modified:<2024")).containsExactly(days("", "2023-12-31"));
        assertThat(narrowings("modified:..2024-02")).containsExactly(days("", "2024-02-29"));
    }

    @Test
    void aConditionThatCannotBeIsTakenLiterally() {
        assertThat(wanted("modified:soon")).containsExactly(words("modify", "soon"));
        for (var text : List.of("modified:2024-13", "modified:2023-02-29", "modified:..", "label:>none-failed", "標章:鑽石", "format:,")) {
            assertThat(narrowings(text)).as(text).isEmpty();
        }
    }

    @Test
    void brokenSyntaxIsTakenLiterally() {
        assertThat(wanted("\"air quality")).containsExactly(words("air"), words("quality"));
        assertThat(wanted("titled:(空氣 AND")).containsExactly(words("titled"), han("空气"), words("and"));
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

    private static List<Narrowing> narrowings(String text) {
        return QueryText.parse(text).narrowings();
    }

    private static Narrowing days(String first, String last) {
        return new Narrowing.Modified(day(first), day(last), false);
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Wording year(int year, boolean hanOnly, String... terms) {
        return new Wording(List.of(terms), hanOnly, OptionalInt.of(year));
    }

    private static Wanted plain(Wording wording) {
        return new Wanted(Optional.empty(), wording, false);
    }

    private static Wanted quoted(Wording wording) {
        return new Wanted(Optional.empty(), wording, true);
    }

    private static Wanted in(TextField field, Wording wording) {
        return new Wanted(Optional.of(field), wording, false);
    }
}
