package tw.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.QualityJson;

class FactsPrinterTest {

    /// Of `Extent.Partial`, wherever inspection stops.
    private static final List<String> CAPS = List.of(
            "archives-in-archives", "attribute-chars", "attributes", "name-chars", "number-chars", "string-chars", "columns", "columns-of-all-sheets", "depth", "directory-entries", "footer-bytes",
            "line-chars", "member-columns", "members", "memory-kib", "names", "ole2-bytes", "page-values", "ratio",
            "row-chars", "row-group-bytes", "rows", "shared-strings", "sheets", "statement-bytes", "statements",
            "unpacked-bytes");

    private static String printed(String text, String language) {
        return printed(text.getBytes(StandardCharsets.UTF_8), language);
    }

    private static String printed(byte[] bytes, String language) {
        var inspection = new Inspector().inspect(ByteSource.of(bytes));
        var out = new StringWriter();
        new FactsPrinter(new PrintWriter(out, true), Words.of(language, Map.of()))
                .print("x.csv", ((Inspection.Inspected) inspection).facts());
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasAWordForEverythingThatFactsCanSay(String language) {
        var words = Words.of(language, Map.of());
        var keys = Stream.of(
                        Arrays.stream(AnomalyCode.values()).map(code -> "anomaly." + code.id()),
                        Arrays.stream(ValueForm.values()).map(form -> "form." + form.id()),
                        Arrays.stream(ColumnType.values())
                                .map(type -> "type." + type.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .flatMap(each -> each);
        assertThat(keys).allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
    }

    @Test
    void saysInChineseWhatATableIs() {
        assertThat(printed("某縣統計,\n縣市,人口數(人)\n臺北市,2524393\n新北市,\n", "zh"))
                .contains("編碼      UTF-8\n")
                .contains("表格      2 列、2 欄，欄名在第 2 行\n")
                .contains("分隔 ,，引號 無，行尾 LF\n")
                .contains("人口數(人)  整數  1     1     1     2524393 … 2524393  單位 人\n")
                .contains("! 欄名之上的標題（1）\n      第 1 行 · 位元組 0: 某縣統計\n");
    }

    @Test
    void saysInOneLineWhichEncodingsItIsNot() {
        assertThat(printed("測站,值\n甲,1\n".getBytes(Charset.forName("x-windows-950")), "zh"))
                .contains("編碼      Big5\n            與下列編碼不合，自位元組：UTF-8 0、EUC-TW 0\n  表格");
        assertThat(printed("測站,值\n粧,1\n".getBytes(Charset.forName("x-windows-950")), "en"))
                .contains("encoding  CP950\n            is not, from the byte on: UTF-8 0, Big5 8, EUC-TW 0\n  table");
        assertThat(printed("a,b\n1,2\n", "zh")).contains("編碼      ASCII\n  表格");
        assertThat(printed("\uFEFF測站,值\n甲,1\n".getBytes(StandardCharsets.UTF_16LE), "zh")).doesNotContain("不合");
    }

    @Test
    void saysWhetherANumberIsEstimated() {
        var text = new StringBuilder("編號,值\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("甲,值").append(i).append('\n');
        }
        assertThat(printed(text.toString(), "zh")).containsPattern("值 +文字 +5,000 +0 +約 [45],\\d{3}（±1\\.6%） ");
        assertThat(printed(text.toString(), "en")).containsPattern("值 +text +5,000 +0 +about [45],\\d{3} \\(±1\\.6%\\) ");
    }

    /// In JSON and in print, too.
    @Test
    void showsNobodysNumbers() {
        var text = "姓名,身分證字號,手機,信箱,備註\n王小明,A123456789,0912345678,user1@example.org,A123456789\n李大同,B142610160,0987654321,user2@example.org,0912345678\n";
        var facts = ((Inspection.Inspected) new Inspector().inspect(ByteSource.of(text.getBytes(StandardCharsets.UTF_8)))).facts();
        var json = new String(QualityJson.write(facts), StandardCharsets.UTF_8);
        for (var shown : List.of(json, printed(text, "zh"), printed(text, "en"))) {
            assertThat(shown).doesNotContain("123456789", "142610160", "12345678", "87654321", "user1", "user2", "小明", "大同");
        }
    }

    @Test
    void saysInEnglishWhatATableIs() {
        assertThat(printed("a,b\n1,2\n3\n", "en"))
                .contains("table     2 rows, 2 columns, header on line 1\n")
                .contains("! row with another number of fields (1)\n      line 3 · byte 8: 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasAWordForEveryCap(String language) {
        var words = Words.of(language, Map.of());
        assertThat(CAPS).allSatisfy(cap -> assertThat(words.has("cap." + cap)).as(cap).isTrue());
    }

    @Test
    void saysWhatIsInAnArchiveAndInItsRecords() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/x\u001B[31m.json"));
            zip.write("{\"result\":[{\"k\":1,\"o\":{}},{\"k\":2,\"v\":\"x\"}]}".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(printed(bytes.toByteArray(), "zh"))
                .contains("內含      1 個\n    a/x␣[31m.json，JSON，")
                .contains("紀錄      2 筆，在 /result\n")
                .contains("v：1／2 筆有\n")
                .contains("o（物件或清單）：1／2 筆有\n");
        assertThat(printed("[".repeat(1_000), "en")).contains("read      not whole: the cap of nesting was reached at 500\n");
    }

    @Test
    void saysWhereThingsLie() {
        var points = "{\"type\":\"MultiPoint\",\"coordinates\":[[121.5,25],[121.6,25.1],[0,0]]}";
        assertThat(printed(points, "zh"))
                .contains("位置      EPSG:4326，檔案載明；3 個位置，2 個在臺灣（66.7%）\n")
                .contains("範圍 0, 0 至 121.6, 25.1\n            MultiPoint 1\n");
    }

    @Test
    void takesTheLanguageOfTheEnvironmentWhereNoneIsAsked() {
        assertThat(Words.of("", Map.of("LANG", "en_US.UTF-8")).of("none")).isEqualTo("none");
        assertThat(Words.of("", Map.of("LANG", "zh_TW.UTF-8")).of("none")).isEqualTo("無");
        assertThat(Words.of("", Map.of()).of("none")).isEqualTo("無");
        assertThat(Words.of("zh", Map.of("LANG", "en_US.UTF-8")).of("none")).isEqualTo("無");
    }

    @Test
    void sendsNoControlCharactersToATerminal() {
        assertThat(printed("k,v\n1,\u001B[31mred\n2,x\n", "en")).doesNotContain("\u001B");
    }
}
