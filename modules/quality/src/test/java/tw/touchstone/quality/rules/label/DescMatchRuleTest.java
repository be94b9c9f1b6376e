package tw.touchstone.quality.rules.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.FieldPresence;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TreeProfile;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Fixtures;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.rules.reading.Obtained;

class DescMatchRuleTest {

    private final DescMatchRule rule = new DescMatchRule();

    @Test
    void orderAndFurtherColumnsDoNotCount() {
        assertThat(evaluate(header("備註", "PM2.5", "測站"), "測站", "PM2.5")).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void oneMissingFieldFailsAndIsNamed() {
        assertThat(evaluate(header("測站", "PM2.5"), "測站", "濕度"))
                .isEqualTo(new Outcome.Failed(new Evidence(
                        2,
                        1,
                        new Finding(
                                LangText.of("檔案欄位：測站、PM2.5", "the file's fields: 測站、PM2.5"),
                                LangText.of("檔案內應有：濕度", "in the file: 濕度")),
                        List.of(new Place(1, 0, -1, "測站,PM2.5")))));
    }

    @Test
    void widthAndSurroundingBlanksAreFoldedAndNothingElse() {
        assertThat(evaluate(header("PM2.5", "X坐標"), "ＰＭ２．５", "　X坐標 ")).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(header("臺數"), "台數")).isInstanceOf(Outcome.Failed.class);
        assertThat(evaluate(header("id"), "ID")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aBracketedExplanationMayStandBehindAName() {
        assertThat(evaluate(header("Id", "金額(元)"), "Id（編號）", "金額(元)")).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(header("編號"), "Id(編號)")).isInstanceOf(Outcome.Failed.class);
        assertThat(evaluate(header("金額(元)"), "金額")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whatWasReadAsAnExplanationMayBelongToTheColumnsName() {
        var address = new FieldDescription("裝設位置", Optional.of("地址"));
        assertThat(evaluate(header("裝設位置（地址）"), List.of(address))).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(header("裝設位置"), List.of(address))).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(header("裝設位置(電話)"), List.of(address))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void withoutDeclaredFieldsThereIsNothingThatCouldMatch() {
        assertThat(evaluate(Fixtures.csv())).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void namesOfElementsAndKeysCount() {
        var tree = new TreeProfile("/a/b", 1, List.of(new FieldPresence("name", 1, Optional.empty())), List.of("b", "name", "x"), List.of());
        var json = Fixtures.bytes(FileFormat.JSON, Optional.empty(), new Content.Tree(tree));
        assertThat(evaluate(json, "name", "x")).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(json, "name", "y")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void namesThatAreNotReadAreNotMeasured() {
        var kmz = Fixtures.bytes(FileFormat.KMZ, Optional.empty(), new Content.Members(List.of()));
        assertThat(evaluate(kmz, "name"))
                .isInstanceOfSatisfying(
                        Outcome.NotMeasured.class,
                        missing -> assertThat(missing.cause()).isEqualTo(Outcome.Cause.NOT_YET));
    }

    @Test
    void allFilesOfAnArchiveTogetherHoldTheDeclaredFields() {
        var both = zip(member("一月.csv", header("測站", "PM2.5")), member("二月.csv", header("測站", "濕度")));
        assertThat(evaluate(both, "測站", "PM2.5", "濕度")).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(both, "測站", "風速"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.evidence().samples())
                                .containsExactly(new Place("一月.csv", 1, 0, -1, "測站,PM2.5")));
    }

    @Test
    void aMissingNameIsNoFaultWhileAFileInsideIsUnread() {
        var unread = new Member("二月.csv", 10, FileFormat.CSV);
        var readMe = new Member("說明.txt", 10, FileFormat.TXT);
        var partly = zip(member("一月.csv", header("測站")), unread);
        assertThat(evaluate(partly, "測站")).isInstanceOf(Outcome.Passed.class);
        assertThat(evaluate(partly, "風速")).isInstanceOf(Outcome.NotMeasured.class);
        assertThat(evaluate(zip(member("一月.csv", header("測站")), readMe), "風速")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void allSheetsOfAWorkbookTogetherHoldTheDeclaredFields() {
        var first = ((Content.Tables) header("測站").content()).tables().getFirst();
        var second = ((Content.Tables) header("濕度").content()).tables().getFirst();
        var workbook = Fixtures.bytes(FileFormat.XLSX, Optional.empty(), new Content.Tables(List.of(first, second)));
        assertThat(evaluate(workbook, "測站", "濕度")).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void hostileNamesAreCutInTheEvidence() {
        var names = Stream.generate(() -> "名".repeat(10_000)).limit(2_000).toArray(String[]::new);
        assertThat(evaluate(header("a"), names))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                                failed.evidence().finding().expected().toString())
                        .hasSizeLessThan(500)
                        .contains("等 2000 個"));
    }

    private Outcome evaluate(ByteFacts bytes, String... declared) {
        var fields = Stream.of(declared).map(FieldDescription::named).toList();
        return evaluate(bytes, fields);
    }

    private Outcome evaluate(ByteFacts bytes, List<FieldDescription> declared) {
        return rule.evaluate(
                new Obtained(Fixtures.distribution(1).with().fields(declared).build(), bytes));
    }

    private static Member member(String path, ByteFacts facts) {
        return new Member(path, facts.size(), facts.format(), Optional.of(facts));
    }

    private static ByteFacts zip(Member... members) {
        return Fixtures.bytes(FileFormat.ZIP, Optional.empty(), new Content.Members(List.of(members)));
    }

    private static ByteFacts header(String... names) {
        return Fixtures.table(TextEncoding.UTF_8, names);
    }
}
