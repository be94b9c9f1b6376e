package tw.touchstone.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Coverage-guided fuzzing of the readers of every format but text tables, for which see [TextFuzzTest]; run in the same
/// way. Whatever the bytes, there are facts, and twice the same. What is packed hides its content from the fuzzer behind
/// a checksum, so the content has targets of its own.
class FormatFuzzTest {

    private static void inspectTwice(byte[] bytes) {
        assertThat(Facts.of(bytes)).isEqualTo(Facts.of(bytes.clone()));
    }

    private static void inspectTwice(String before, byte[] bytes) {
        inspectTwice(Facts.concat(before.getBytes(UTF_8), bytes));
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyArchive(byte[] bytes) {
        inspectTwice(bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyWorkbook(byte[] bytes) {
        inspectTwice(bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnySheet(byte[] bytes) {
        inspectTwice(Workbooks.xlsx(Workbooks.sheet(new String(bytes, UTF_8))));
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyOpenSheet(byte[] bytes) {
        inspectTwice(Workbooks.ods(new String(bytes, UTF_8)));
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyParquet(byte[] bytes) {
        inspectTwice(bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyShapefile(byte[] bytes) {
        inspectTwice(bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyJson(byte[] bytes) {
        inspectTwice("[{\"a\":1},", bytes);
        inspectTwice("{\"a\":1}\n", bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyXml(byte[] bytes) {
        inspectTwice("<r><x a=\"1\"><b>2</b></x>", bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyRdf(byte[] bytes) {
        inspectTwice("@prefix a: <http://a/> .\na:b a:c a:d .\n", bytes);
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyPositions(byte[] bytes) {
        inspectTwice("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[121.5,25],", bytes);
        inspectTwice("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Placemark><coordinates>121.5,25 ", bytes);
    }
}
