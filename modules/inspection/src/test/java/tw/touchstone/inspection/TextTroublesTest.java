package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.CharsetDetector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;

/// What is odd about a text, and in which encodings it is not.
class TextTroublesTest {

    private static final String TABLE = "編號,名稱,地址\n1,圖書館,臺北市中正區中山南路20號\n2,體育館,新北市板橋區中山路一段161號\n";

    private static TextFacts text(byte[] bytes) {
        return Facts.of(bytes).text().orElseThrow();
    }

    private static TextFacts text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Place> against(TextFacts text, TextEncoding encoding) {
        return text.contradictions().stream()
                .filter(each -> each.encoding() == encoding)
                .map(Contradiction::place)
                .findFirst();
    }

    @Test
    void saysWhereUtf8IsNotBig5() {
        var text = text("id,x\n1,2\n3,站\n");

        // e7 ab is a character of Big5, too; 99 0a is none.
        assertThat(against(text, TextEncoding.BIG5)).contains(new Place(3, 3, 13, "99 0a"));
        assertThat(against(text, TextEncoding.ASCII)).contains(new Place(3, 3, 11, "e7 ab 99 0a"));
        assertThat(against(text, TextEncoding.UTF_8)).isEmpty();
    }

    @Test
    void saysWhereBig5IsNotUtf8() {
        var text = text(TABLE.getBytes(Facts.CP950));

        assertThat(text.encoding()).isEqualTo(TextEncoding.BIG5);
        assertThat(against(text, TextEncoding.UTF_8)).contains(new Place(1, 1, 0, "bd 73 b8 b9"));
        assertThat(against(text, TextEncoding.BIG5)).isEmpty();
    }

    @Test
    void findsNoContradictionOfAsciiToItsSupersets() {
        assertThat(text("a,b\n1,2\n").contradictions())
                .extracting(Contradiction::encoding)
                .containsExactly(TextEncoding.UTF_16LE, TextEncoding.UTF_16BE);
    }

    @Test
    void namesContradictionsInTheOrderOfEncodings() {
        var encodings = text(TABLE).contradictions().stream()
                .map(Contradiction::encoding)
                .toList();
        assertThat(encodings).isSorted().contains(TextEncoding.ASCII, TextEncoding.BIG5, TextEncoding.UTF_16LE);
        var wide = text(TABLE.getBytes(StandardCharsets.UTF_16));
        assertThat(wide.encoding()).isEqualTo(TextEncoding.UTF_16BE);
        assertThat(against(wide, TextEncoding.UTF_8)).isPresent();
    }

    @Test
    void findsLinesInAnotherEncoding() {
        var mixed = Facts.concat(
                TABLE.repeat(3).getBytes(StandardCharsets.UTF_8),
                "10,某某學校\n".getBytes(Facts.CP950),
                TABLE.getBytes(StandardCharsets.UTF_8));

        var text = text(mixed);

        assertThat(text.encoding()).isEqualTo(TextEncoding.UNKNOWN);
        var found = text.anomalies().stream()
                .filter(anomaly -> anomaly.code() == AnomalyCode.MIXED_ENCODINGS)
                .findFirst()
                .orElseThrow();
        assertThat(found.count()).isEqualTo(1);
        long offset = TABLE.repeat(3).getBytes(StandardCharsets.UTF_8).length;
        assertThat(found.samples()).containsExactly(new Place(10, 1, offset, "Big5: 10,某某學校"));
    }

    @Test
    void findsUtf8InAnotherwiseBig5File() {
        var mixed = Facts.concat(
                TABLE.repeat(3).getBytes(Facts.CP950), "10,某某學校\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Facts.codes(text(mixed).anomalies())).contains("mixed-encodings×1");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,ISO-8859-1", "UTF-8,windows-1252", "x-windows-950,ISO-8859-1", "UTF-8,x-windows-950"})
    void findsTextThatWasDecodedInAWrongEncoding(String right, String wrong) {
        var garbled = new String("中文圖書資訊管理辦法說明".getBytes(Charset.forName(right)), Charset.forName(wrong));

        assertThat(text("編號,名稱\n1," + garbled + "\n").anomalies())
                .extracting(Anomaly::code)
                .contains(AnomalyCode.MOJIBAKE);
    }

    @Test
    void findsWhatBecameOfReplacementCharacters() {
        assertThat(Facts.codes(text("名稱\n嚙踝蕭嚙踝蕭\n").anomalies())).contains("mojibake×2");
    }

    @ParameterizedTest
    @CsvSource({
        "'Ârea, São Paulo, Ünal, naïve, 10°C, ±5 µm, Größe, Ærø, Þingvellir'",
        "'嚴重銝質缺乏症，踝關節與蕭先生'",
        "'嶙峋嶂巒，韓國釜山鍵盤鑰匙鐵鎚'",
        "'é è à ê ë ï ö ü ç ñ'"
    })
    void findsNoMojibakeInOrdinaryText(String text) {
        assertThat(text(text + "\n").anomalies()).isEmpty();
    }

    @Test
    void findsMarksAndControlsInsideTheText() {
        var text = text("a,b\n1,\uFEFF2\n3,\u00014\n" + "x".repeat(200));

        assertThat(text.anomalies())
                .containsExactly(
                        new Anomaly(AnomalyCode.CONTROL_CHARACTER, 1, List.of(new Place(3, 3, 13, "01"))),
                        new Anomaly(AnomalyCode.STRAY_BYTE_ORDER_MARK, 1, List.of(new Place(2, 3, 6, "ef bb bf"))));
        assertThat(text("\uFEFFa,b\n1,2\n").anomalies()).isEmpty();
    }

    @Test
    void findsTheSameInUtf16WithPlaces() {
        var text = text(("\uFEFFa,b\n1,\uFEFF2\n3,\uFFFD\n" + "字".repeat(50)).getBytes(StandardCharsets.UTF_16LE));

        assertThat(text.encoding()).isEqualTo(TextEncoding.UTF_16LE);
        assertThat(text.anomalies())
                .containsExactly(
                        new Anomaly(AnomalyCode.REPLACEMENT_CHARACTER, 1, List.of(new Place(3, 3, 24, "\uFFFD"))),
                        new Anomaly(AnomalyCode.STRAY_BYTE_ORDER_MARK, 1, List.of(new Place(2, 3, 14, "feff"))));
    }

    @Test
    void findsNulsInBig5() {
        var bytes = Facts.concat(TABLE.getBytes(Facts.CP950), new byte[] {'3', ',', 0, '\n'});
        assertThat(text(bytes).encoding()).isEqualTo(TextEncoding.BIG5);
        assertThat(Facts.codes(text(bytes).anomalies())).containsExactly("nul×1");
    }

    @ParameterizedTest
    @CsvSource({"81 40", "9f fe", "c6 a1", "c8 fe", "fa 40", "fe fe"})
    void findsUserDefinedCharactersInEveryRange(String hex) {
        var code = new byte[] {
            (byte) Integer.parseInt(hex.substring(0, 2), 16), (byte) Integer.parseInt(hex.substring(3), 16)
        };
        var bytes = Facts.concat(TABLE.getBytes(Facts.CP950), code, "\n".getBytes(Facts.CP950));

        assertThat(text(bytes).encoding()).isEqualTo(TextEncoding.CP950);
        assertThat(text(bytes).anomalies())
                .containsExactly(new Anomaly(
                        AnomalyCode.PRIVATE_USE_CHARACTER,
                        1,
                        List.of(new Place(4, 1, bytes.length - 3L, hex))));
    }

    /// ICU guesses by statistics; where it is confident on long text, strict decoding must not say otherwise.
    @ParameterizedTest
    @CsvSource({"UTF-8,UTF_8", "x-windows-950,BIG5", "GB18030,GB18030", "UTF-16LE,UTF_16LE", "UTF-16BE,UTF_16BE"})
    void agreesWithIcu(String charset, TextEncoding expected) {
        var simplified = "编号,名称,地址\n1,图书馆,北京市海淀区中关村大街\n";
        var text = (charset.equals("GB18030") ? simplified : TABLE).repeat(50);
        var marked = charset.startsWith("UTF-16") ? "\uFEFF" + text : text;
        var bytes = marked.getBytes(Charset.forName(charset));

        var icu = new CharsetDetector().setText(bytes).detect();

        assertThat(text(bytes).encoding()).isEqualTo(expected);
        assertThat(TextEncoding.declared(icu.getName())).contains(expected);
    }
}
