package tw.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.ValueForm;

class FactsPrinterTest {

    private static String printed(String text, String language) {
        var inspection = new Inspector().inspect(ByteSource.of(text.getBytes(StandardCharsets.UTF_8)));
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
    void saysInEnglishWhatATableIs() {
        assertThat(printed("a,b\n1,2\n3\n", "en"))
                .contains("table     2 rows, 2 columns, header on line 1\n")
                .contains("! row with another number of fields (1)\n      line 3 · byte 8: 1\n");
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
