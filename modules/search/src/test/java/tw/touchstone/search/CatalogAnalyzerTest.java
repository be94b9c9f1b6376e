package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class CatalogAnalyzerTest {

    private final Analyzer pairs = new CatalogAnalyzer(CatalogAnalyzer.Han.PAIRS);
    private final Analyzer singles = new CatalogAnalyzer(CatalogAnalyzer.Han.SINGLES);

    /// A term, where it stands in the text, and how many places it is behind the term before.
    private record Seen(String term, int start, int end, int step) {}

    @Test
    void pairsOverlapAndKeepTheirPlaceInTheText() {
        assertThat(tokens(pairs, "空氣品質"))
                .containsExactly(new Seen("空气", 0, 2, 1), new Seen("气品", 1, 3, 1), new Seen("品质", 2, 4, 1));
        assertThat(tokens(singles, "空氣 品"))
                .containsExactly(new Seen("空", 0, 1, 1), new Seen("气", 1, 2, 1), new Seen("品", 3, 4, 1));
    }

    @Test
    void aSingleCharacterBesideAWordStaysSingle() {
        assertThat(tokens(pairs, "第3季A"))
                .containsExactly(
                        new Seen("第", 0, 1, 1),
                        new Seen("3", 1, 2, 1),
                        new Seen("季", 2, 3, 1),
                        new Seen("a", 3, 4, 1));
    }

    @Test
    void fullWidthIsHalfWidth() {
        assertThat(tokens(pairs, "ＡＱＩ１２")).containsExactly(new Seen("aqi12", 0, 5, 1));
        assertThat(terms(pairs, "（ＰＭ２．５）")).containsExactly("pm2.5");
        assertThat(terms(pairs, "ｶﾞ")).containsExactly("ガ");
        assertThat(terms(pairs, "㎡ ㈱")).containsExactly("m2", "株");
    }

    @Test
    void variantsOfOneCharacterAreOne() {
        assertThat(terms(pairs, "臺北")).isEqualTo(terms(pairs, "台北")).containsExactly("台北");
        assertThat(terms(pairs, "颱風")).containsExactly("台风");
        assertThat(terms(singles, "祕眾裏羣汙著乾")).isEqualTo(terms(singles, "秘众里群污着干"));
        assertThat(terms(singles, "值眞毎硏")).isEqualTo(terms(singles, "値真每研"));
        // A compatibility ideograph is the character it stands for.
        assertThat(terms(singles, "\uF914")).isEqualTo(terms(singles, "樂"));
    }

    @Test
    void foldingIsTheSameForAnyPartOfAText() {
        for (var text : List.of("乾隆", "乾燥", "著作", "穿著", "瞭望", "明瞭")) {
            var whole = terms(singles, text);
            assertThat(whole)
                    .containsExactly(
                            terms(singles, text.substring(0, 1)).getFirst(),
                            terms(singles, text.substring(1)).getFirst());
        }
    }

    @Test
    void charactersBeyondTheBasicPlanePairLikeOthers() {
        assertThat(tokens(pairs, "𠀀𠀁氣"))
                .containsExactly(new Seen("𠀀𠀁", 0, 4, 1), new Seen("𠀁气", 2, 5, 1));
    }

    @Test
    void invisibleCharactersDoNotPartARun() {
        assertThat(terms(pairs, "空\u200B氣\u00AD品\uFEFF質")).containsExactly("空气", "气品", "品质");
    }

    @Test
    void englishLosesItsEndingsAndCodesKeepTheirs() {
        assertThat(terms(pairs, "Taiwan's Monitoring Stations, cafés"))
                .containsExactly("taiwan", "monitor", "station", "cafe");
        assertThat(terms(pairs, "A17000000J-000019-fhW")).containsExactly("a17000000j", "000019", "fhw");
        assertThat(terms(pairs, "site_name")).containsExactly("site", "name");
        assertThat(terms(pairs, "111.2")).containsExactly("111.2");
    }

    @Test
    void theCircleOfYearsIsAZero() {
        assertThat(terms(singles, "一一○年")).isEqualTo(terms(singles, "一一〇年")).containsExactly("一", "一", "〇", "年");
    }

    @Test
    void mixedTextIsCutWhereTheScriptChanges() {
        assertThat(terms(pairs, "台北YouBike2.0站點112年度"))
                .containsExactly("台北", "youbike2.0", "站点", "112", "年度");
    }

    @Test
    void anyTextIsCutIntoTermsThatLieInsideIt() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            var text = randomText(random, 1 + random.nextInt(60));
            for (var analyzer : List.of(pairs, singles)) {
                int before = 0;
                for (var token : tokens(analyzer, text)) {
                    assertThat(token.start()).as("seed %d, %s", seed, text).isBetween(before, text.length());
                    assertThat(token.end()).as("seed %d, %s", seed, text).isBetween(token.start(), text.length());
                    assertThat(token.term()).as("seed %d, %s", seed, text).isNotEmpty();
                    // ㍝ becomes 5点 in the place of one character, and a pair may then reach back over the 5.
                    before = analyzer.equals(singles) ? token.start() : 0;
                }
                assertThat(tokens(analyzer, text)).as("seed %d", seed).isEqualTo(tokens(analyzer, text));
            }
        }
    }

    private static String randomText(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(0x20000 + random.nextInt(0xA000));
                case 2 -> text.append((char) ('a' + random.nextInt(26)));
                case 3 -> text.append((char) ('０' + random.nextInt(10)));
                case 4 -> text.append(' ');
                case 5 -> text.append((char) (0xF900 + random.nextInt(0x100)));
                default -> text.append((char) (0x4E00 + random.nextInt(0x5000)));
            }
        }
        return text.toString();
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        return tokens(analyzer, text).stream().map(Seen::term).toList();
    }

    private static List<Seen> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<Seen>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            var step = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Seen(
                        term.toString(), offset.startOffset(), offset.endOffset(), step.getPositionIncrement()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
