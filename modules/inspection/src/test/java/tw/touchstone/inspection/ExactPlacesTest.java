package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;

/// Places of tables lead to the byte, in every encoding.
class ExactPlacesTest {

    private static final byte[] NO_MARK = {};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};

    private static List<Place> places(byte[] bytes, AnomalyCode code) {
        return ((Content.Tables) Facts.of(bytes).content())
                .tables().stream()
                        .flatMap(table -> table.anomalies().stream())
                        .filter(anomaly -> anomaly.code() == code)
                        .map(Anomaly::samples)
                        .flatMap(List::stream)
                        .toList();
    }

    /// @param marked with ¦ where the spot is, which is no part of the text
    private static void leads(String marked, AnomalyCode code, long line, int column, String seen) {
        var text = marked.replace("¦", "");
        var before = marked.substring(0, marked.indexOf('¦'));
        in(text, before, StandardCharsets.UTF_8, NO_MARK, code, line, column, seen);
        in(text, before, StandardCharsets.UTF_8, UTF_8_MARK, code, line, column, seen);
        in(text, before, StandardCharsets.UTF_16LE, UTF_16LE_MARK, code, line, column, seen);
        in(text, before, Facts.CP950, NO_MARK, code, line, column, seen);
    }

    private static void in(
            String text, String before, Charset charset, byte[] mark, AnomalyCode code, long line, int column, String seen) {
        var bytes = Facts.concat(mark, text.getBytes(charset));
        long offset = (long) mark.length + before.getBytes(charset).length;
        assertThat(places(bytes, code)).as(charset + " " + text).containsExactly(new Place(line, column, offset, seen));
    }

    @Test
    void leadToQuotes() {
        leads("編號,名稱\n1,很好\n2,五¦\"管\n3,尚可\n", AnomalyCode.STRAY_QUOTE, 3, 2, "五\"管");
        leads("編號,名稱\n1,\"他說¦\"好\"的\"\n2,尚可\n", AnomalyCode.STRAY_QUOTE, 2, 2, "\"他說\"好\"的\"");
        leads("編號,名稱\n1,很好\n2,¦\"不完\n3,尚可\n4,普通\n", AnomalyCode.UNCLOSED_QUOTE, 3, 2, "\"");
        leads("編號,名稱,說明\n1,\"分作\n兩行\",大¦\"小\n2,好,尚可\n", AnomalyCode.STRAY_QUOTE, 3, 3, "大\"小");
    }

    @Test
    void leadToNamesOfColumns() {
        leads("編號,數量,¦,備註\n1,2,3,好\n2,3,4,壞\n", AnomalyCode.BLANK_COLUMN_NAME, 1, 3, "");
        leads("統計表,,\n編號,數量,¦數量\n1,2,3\n2,3,4\n", AnomalyCode.DUPLICATE_COLUMN_NAME, 2, 3, "數量");
        leads("編號,數量,\"¦數量\"\n1,2,3\n2,3,4\n", AnomalyCode.DUPLICATE_COLUMN_NAME, 1, 3, "數量");
    }

    /// The places move along when the buffer does.
    @Test
    void leadToQuotesFarBelow() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 20; run++) {
            var text = new StringBuilder("編號,名稱\n");
            int rows = random.nextInt(1, 4_000);
            for (int i = 0; i < rows; i++) {
                text.append(i).append(",\"").append("臺𠀋a".repeat(random.nextInt(30))).append("\"\n");
            }
            var before = text.append(rows).append(",甲").toString();
            var bytes = (before + "\"乙\n").getBytes(StandardCharsets.UTF_8);
            assertThat(places(bytes, AnomalyCode.STRAY_QUOTE))
                    .as("seed %d, run %d", seed, run)
                    .containsExactly(
                            new Place(rows + 2L, 2, before.getBytes(StandardCharsets.UTF_8).length, "甲\"乙"));
        }
    }
}
