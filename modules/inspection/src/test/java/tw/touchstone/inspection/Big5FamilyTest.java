package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;

/// Of Big5 and what was built on it, the narrowest that the bytes need is named.
class Big5FamilyTest {

    private static final byte[] TABLE = "編號,名稱,地址\n1,圖書館,臺北市中正區中山南路20號\n".getBytes(Facts.CP950);

    private static TextFacts with(String hex) {
        return Facts.of(Facts.concat(TABLE, HexFormat.ofDelimiter(" ").parseHex(hex), new byte[] {'\n'})).text().orElseThrow();
    }

    private static Optional<Place> against(TextFacts text, TextEncoding encoding) {
        return text.contradictions().stream()
                .filter(each -> each.encoding() == encoding)
                .map(Contradiction::place)
                .findFirst();
    }

    /// Both sides of each border of Big5: symbols, the first level of ideographs, the second.
    @ParameterizedTest
    @ValueSource(strings = {"a1 40", "a3 bf", "a4 40", "c6 7e", "c9 40", "f9 d5"})
    void namesBig5WhereThatIsEnough(String hex) {
        assertThat(with(hex).encoding()).isEqualTo(TextEncoding.BIG5);
        assertThat(against(with(hex), TextEncoding.CP950)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a3 e1, 0", "f9 d6, 0", "f9 db, 0", "f9 dc, 0", "f9 dd, 0", "f9 fe, 0",
        "81 40, 1", "a0 fe, 1", "c6 a1, 1", "c8 fe, 1", "fa 40, 1", "fe fe, 1"
    })
    void namesCp950WhereBig5LacksACharacterAndSaysWhich(String hex, int userDefined) {
        var text = with(hex);

        assertThat(text.encoding()).isEqualTo(TextEncoding.CP950);
        assertThat(against(text, TextEncoding.BIG5)).contains(new Place(3, 1, TABLE.length, hex));
        assertThat(text.anomalies().stream().mapToLong(Anomaly::count).sum()).isEqualTo(userDefined);
    }

    @Test
    void namesHongKongsSetWhereThatExplainsMore() {
        var text = "深水埗,鰂魚涌,彩虹邨\n我哋喺嘅\n".getBytes(Charset.forName("Big5-HKSCS"));
        assertThat(Facts.of(text).text().orElseThrow().encoding()).isEqualTo(TextEncoding.BIG5_HKSCS);
    }

    @Test
    void findsTheCharacterBeyondTheBeginning() {
        var rows = "1,圖書館,臺北市中正區\n".repeat(50_000).getBytes(Facts.CP950);
        var text = Facts.of(Facts.concat(rows, "2,粧\n".getBytes(Facts.CP950))).text().orElseThrow();

        assertThat(text.encoding()).isEqualTo(TextEncoding.CP950);
        assertThat(against(text, TextEncoding.BIG5)).contains(new Place(50_001, 3, rows.length + 2, "f9 db"));
    }

    @Test
    void readsLinesOfBoxesThatBig5HasTwice() {
        // ╭ stands at A27E, which Big5 has; ═ at F9F9 and A2A4.
        assertThat(with("a2 7e a2 a4").encoding()).isEqualTo(TextEncoding.BIG5);
        assertThat(with("f9 f9").encoding()).isEqualTo(TextEncoding.CP950);
    }

    @Test
    void knowsWhatPublishersCallThem() {
        assertThat(List.of("BIG5", "Big-5", "CP950", "MS950", "windows-950", "Big5-HKSCS").stream()
                        .map(TextEncoding::declared)
                        .toList())
                .containsExactly(
                        Optional.of(TextEncoding.BIG5),
                        Optional.of(TextEncoding.BIG5),
                        Optional.of(TextEncoding.CP950),
                        Optional.of(TextEncoding.CP950),
                        Optional.of(TextEncoding.CP950),
                        Optional.of(TextEncoding.BIG5_HKSCS));
    }
}
