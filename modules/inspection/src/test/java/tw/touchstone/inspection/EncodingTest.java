package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static tw.touchstone.model.fact.TextEncoding.ASCII;
import static tw.touchstone.model.fact.TextEncoding.BIG5;
import static tw.touchstone.model.fact.TextEncoding.BIG5_HKSCS;
import static tw.touchstone.model.fact.TextEncoding.CP950;
import static tw.touchstone.model.fact.TextEncoding.EUC_TW;
import static tw.touchstone.model.fact.TextEncoding.GB18030;
import static tw.touchstone.model.fact.TextEncoding.LATIN_1;
import static tw.touchstone.model.fact.TextEncoding.UNKNOWN;
import static tw.touchstone.model.fact.TextEncoding.UTF_16BE;
import static tw.touchstone.model.fact.TextEncoding.UTF_16LE;
import static tw.touchstone.model.fact.TextEncoding.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;

class EncodingTest {

    private static Stream<Arguments> shortTexts() {
        return Stream.of(
                arguments(ASCII, "US-ASCII", "id,name\n1,abc\n"),
                arguments(ASCII, "UTF-8", "plain text only"),
                arguments(UTF_8, "UTF-8", "編號,名稱\n1,圖書館\n"),
                arguments(UTF_8, "UTF-8", "站"),
                arguments(UTF_8, "UTF-8", "café,naïve\n1,2\n"),
                arguments(UTF_8, "UTF-8", "\uD840\uDC0B,𠮷野家\n"),
                arguments(UTF_8, "UTF-8", "Größe in m²,Zürich\n"),
                arguments(BIG5, "x-windows-950", "編號,名稱,地址\n1,圖書館,臺北市中正區\n"),
                arguments(BIG5, "x-windows-950", "中文"),
                arguments(BIG5, "x-windows-950", "地址"),
                arguments(BIG5, "x-windows-950", "許功蓋,成功\n"),
                arguments(BIG5, "x-windows-950", "鄉鎮市區,交易標的,總價元\n松山區,房地,100\n"),
                arguments(BIG5, "x-windows-950", "西元日期,星期,是否放假,備註\n20250101,三,2,開國紀念日\n"),
                arguments(BIG5, "x-windows-950", "性質,主管機關,辦理單位\n公立,縣政府,社會處\n"),
                arguments(BIG5, "x-windows-950", "塘岐村、后沃村"),
                arguments(BIG5, "x-windows-950", "A001,10,臺"),
                arguments(BIG5, "x-windows-950", "合　計,12,345\n"),
                arguments(BIG5, "x-windows-950", "姓名,電話\n王小明,02-23456789\n"),
                arguments(CP950, "x-windows-950", "恒春鎮,裏,銹\n"),
                arguments(BIG5, "x-windows-950", "測站\n溫度(℃)\n雨量(㎜)\n"),
                arguments(BIG5_HKSCS, "Big5-HKSCS", "深水埗,鰂魚涌,彩虹邨\n我哋喺嘅\n"),
                arguments(BIG5_HKSCS, "Big5-HKSCS", "佢哋嘅嘢喺邊度,今日食咗飯未\n"),
                arguments(GB18030, "GB18030", "编号,名称,地址\n1,图书馆,北京市海淀区\n"),
                arguments(GB18030, "GB18030", "中华人民共和国数据管理办法"),
                arguments(GB18030, "GB18030", "时间,单位,电话号码\n上午,医院,123\n"),
                arguments(GB18030, "GBK", "经济发展与环境保护统计数据\n"),
                arguments(EUC_TW, "x-EUC-TW", "編號,名稱,地址\n1,圖書館,臺北市中正區中山路\n"),
                arguments(EUC_TW, "x-EUC-TW", "主管機關,辦理單位,連絡電話,最後更新時間\n"),
                arguments(LATIN_1, "ISO-8859-1", "Histórico,Transferência,Depósito\n1,2,3\n"),
                arguments(LATIN_1, "ISO-8859-1", "nom;prénom;société\nA;René;Crédit\n"),
                arguments(UTF_16LE, "UTF-16LE", "編號\t名稱\r\n1\t圖書館\r\n"),
                arguments(UTF_16BE, "UTF-16BE", "編號\t名稱\r\n1\t圖書館\r\n"));
    }

    private static TextFacts withoutContradictions(ByteFacts facts) {
        var text = facts.text().orElseThrow();
        return new TextFacts(text.encoding(), text.byteOrderMark(), text.anomalies());
    }

    @ParameterizedTest
    @MethodSource("shortTexts")
    void tellsShortTextsApart(TextEncoding expected, String charset, String text) {
        var facts = Facts.of(text.getBytes(Charset.forName(charset)));

        assertThat(withoutContradictions(facts)).isEqualTo(new TextFacts(expected, false, List.of()));
    }

    @ParameterizedTest
    @MethodSource("shortTexts")
    void keepsTheAnswerWhenTheTextIsLong(TextEncoding expected, String charset, String text) {
        var facts = Facts.of((text + "\n").repeat(20_000).getBytes(Charset.forName(charset)));

        assertThat(withoutContradictions(facts)).isEqualTo(new TextFacts(expected, false, List.of()));
    }

    @Test
    void believesAByteOrderMarkAndChecksIt() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        var text = "編號,名稱\n".getBytes(StandardCharsets.UTF_8);

        assertThat(withoutContradictions(Facts.of(Facts.concat(mark, text)))).isEqualTo(new TextFacts(UTF_8, true, List.of()));
        assertThat(Facts.of(Facts.concat(mark, text, "臺".getBytes(Facts.CP950))).text().orElseThrow().encoding())
                .isEqualTo(UNKNOWN);
        byte[] wide = {(byte) 0xFF, (byte) 0xFE};
        assertThat(withoutContradictions(Facts.of(Facts.concat(wide, "a\t編".getBytes(StandardCharsets.UTF_16LE)))))
                .isEqualTo(new TextFacts(UTF_16LE, true, List.of()));
    }

    @Test
    void saysWhereMixedEncodingsContradict() {
        var good = "編號,名稱\n1,圖書館\n".repeat(10).getBytes(StandardCharsets.UTF_8);
        var bad = "2,臺".getBytes(Facts.CP950);

        var text = Facts.of(Facts.concat(good, bad, new byte[] {'\n'}, good)).text().orElseThrow();

        assertThat(text.encoding()).isEqualTo(UNKNOWN);
        var malformed = text.anomalies().getFirst();
        assertThat(malformed.code()).isEqualTo(AnomalyCode.MALFORMED_BYTES);
        assertThat(malformed.samples().getFirst()).isEqualTo(new Place(21, 3, good.length + 2, "bb 4f 0a e7"));
    }

    @Test
    void findsACharacterCutOffAtTheEnd() {
        var whole = "編號,名稱,圖書館".getBytes(StandardCharsets.UTF_8);
        var text = Facts.of(Arrays.copyOf(whole, whole.length - 1)).text().orElseThrow();

        assertThat(text.encoding()).isEqualTo(UNKNOWN);
        assertThat(text.anomalies().getFirst().samples().getFirst().offset()).isEqualTo(whole.length - 3);
    }

    @Test
    void acceptsUserDefinedCharactersOfBig5AndSaysWhere() {
        byte[] defined = {(byte) 0xFA, (byte) 0x40};
        var before = "姓名,地址\n王".getBytes(Facts.CP950);
        var after = ",臺北市中正區\n".getBytes(Facts.CP950);

        assertThat(withoutContradictions(Facts.of(Facts.concat(before, defined, after))))
                .isEqualTo(new TextFacts(
                        CP950,
                        false,
                        List.of(new Anomaly(
                                AnomalyCode.PRIVATE_USE_CHARACTER, 1, List.of(new Place(2, 2, before.length, "fa 40"))))));
    }

    @Test
    void findsPrivateUseOfThePlanesBeyond() {
        // The last two code points of a plane are no characters at all; U+2FFFD is not private.
        var text = "a\uE000" + Character.toString(0xF0000) + Character.toString(0x10FFFD) + Character.toString(0xFFFFE)
                + Character.toString(0x2FFFD);
        assertThat(Facts.of(text).text().orElseThrow().anomalies())
                .containsExactly(new Anomaly(
                        AnomalyCode.PRIVATE_USE_CHARACTER,
                        3,
                        List.of(
                                new Place(1, 2, 1, "U+E000"),
                                new Place(1, 3, 4, "U+F0000"),
                                new Place(1, 5, 8, "U+10FFFD"))));
        var wide = Facts.concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(Facts.of(wide).text().orElseThrow().anomalies())
                .containsExactly(new Anomaly(
                        AnomalyCode.PRIVATE_USE_CHARACTER,
                        3,
                        List.of(
                                new Place(1, 2, 4, "U+E000"),
                                new Place(1, 3, 6, "U+F0000"),
                                new Place(1, 5, 10, "U+10FFFD"))));
    }

    @Test
    void findsReplacementCharactersNulsAndMojibake() {
        var mojibake = new String("圖書館".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var cp1252 = new String("臺北".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        var padding = "x".repeat(100);

        var anomalies = Facts.of(padding + "\n\uFFFD\n\0\n" + mojibake + "\n" + cp1252)
                .text()
                .orElseThrow()
                .anomalies();

        assertThat(Facts.codes(anomalies)).containsExactly("nul×1", "replacement-character×1", "mojibake×5");
        assertThat(anomalies.get(1).samples()).containsExactly(new Place(2, 1, 101, "\uFFFD"));
        assertThat(anomalies.get(2).samples().getFirst())
                .isEqualTo(new Place(4, 1, 107, mojibake.substring(0, 3)));
    }

    @Test
    void findsNothingInAccentedText() {
        assertThat(withoutContradictions(Facts.of("Ârea, São Paulo, Ünal, naïve, 10°C, ±5 µm")))
                .isEqualTo(new TextFacts(UTF_8, false, List.of()));
    }
}
