package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Coverage-guided fuzzing of the readers of text and tables. The normal build only replays the seeds in
/// `src/test/resources`; with `JAZZER_FUZZ=1` in the environment new inputs are looked for:
///
/// `JAZZER_FUZZ=1 mvn -pl modules/inspection -am test -Dtest=TextFuzzTest#readsAnyBytes -Dsurefire.failIfNoSpecifiedTests=false`
class TextFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void readsAnyBytes(byte[] bytes) {
        assertThat(Facts.of(bytes)).isEqualTo(Facts.of(bytes.clone()));
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyTable(byte[] bytes) {
        var header = "編號,名稱,日期,經度,緯度\n1,\"甲\",110/5/1,121.5,25.0\n".getBytes(StandardCharsets.UTF_8);
        var table = Facts.concat(header, bytes);

        assertThat(Facts.of(table)).isEqualTo(Facts.of(table.clone()));
    }
}
