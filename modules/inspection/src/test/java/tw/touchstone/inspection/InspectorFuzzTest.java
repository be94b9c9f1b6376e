package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever the bytes are, inspecting ends with facts, and twice with the same.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class InspectorFuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20261121L);

    private static List<byte[]> validFiles() {
        var table = "編號,名稱,日期,數量\n" + "1,\"圖書,館\",113/5/1,\"1,234\"\n2,學校,113/5/2,-\n".repeat(30);
        return List.of(
                table.getBytes(StandardCharsets.UTF_8),
                table.getBytes(Facts.CP950),
                table.getBytes(StandardCharsets.UTF_16LE),
                "{\"records\":[{\"a\":1,\"b\":\"x\"},{\"a\":2}]}".getBytes(StandardCharsets.UTF_8),
                "<?xml version=\"1.0\"?><r><row><a>1</a></row><row><a>2</a></row></r>".getBytes(StandardCharsets.UTF_8),
                Archives.zip(StandardCharsets.UTF_8, "a.csv", table, "b.json", "{}"),
                Archives.gzip(table.getBytes(StandardCharsets.UTF_8)),
                Archives.tar("a.csv", table),
                Workbooks.xls(),
                Workbooks.xlsx(Workbooks.sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>")),
                Workbooks.ods("<table:table table:name=\"x\"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"),
                Shapefiles.shp(5, Shapefiles.polygon(121.5, 25.0, 121.6, 25.0, 121.6, 25.1, 121.5, 25.0)),
                Shapefiles.dbf(0x4F, "臺北"),
                ParquetFiles.table(3),
                "@prefix a: <http://a/> .\na:b a:c \"d\" , 1 .\n".getBytes(StandardCharsets.UTF_8),
                "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><Point><coordinates>121.5,25</coordinates></Point></Placemark></kml>".getBytes(StandardCharsets.UTF_8),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[121.5,25]}}]}".getBytes(StandardCharsets.UTF_8),
                Archives.sevenZip("a.csv", table));
    }

    @Test
    void survivesRandomBytes() {
        var random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            inspectTwice(bytes, i);
        }
    }

    @Test
    void survivesRandomTextOfTheCharactersThatMatter() {
        var random = new Random(SEED);
        var alphabet = "ab1,;\t|\"'\n\r <>{}[]:/&=?!-.\u0000\uFFFD臺計年月日:@#";
        for (int i = 0; i < 1_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(200); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            inspectTwice(text.toString().getBytes(StandardCharsets.UTF_8), i);
        }
    }

    @Test
    void survivesMutatedFiles() {
        var random = new Random(SEED);
        for (var valid : validFiles()) {
            for (int i = 0; i < 150; i++) {
                var bytes = Arrays.copyOf(valid, random.nextInt(4) == 0 ? random.nextInt(valid.length) : valid.length);
                for (int changes = random.nextInt(8); changes > 0 && bytes.length > 0; changes--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                inspectTwice(bytes, i);
            }
        }
    }

    private static void inspectTwice(byte[] bytes, int round) {
        try {
            assertThat(Facts.of(bytes)).isEqualTo(Facts.of(bytes.clone()));
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + SEED + ", round " + round + ": " + Arrays.toString(bytes), e);
        }
    }
}
