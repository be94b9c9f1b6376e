package tw.touchstone.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionsTest {

    @Test
    void findsThePeaksBeforeAndAfterAndTheLongestPause() {
        var lines = List.of(
                "[0.012s] Using G1",
                "[1.204s] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 51M->12M(128M) 4.561ms",
                "[1.900s] GC(1) Concurrent Mark Cycle 23.100ms",
                "[2.310s] GC(2) Pause Remark 300M->280M(512M) 1.250ms",
                "[3.310s] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 290M->40M(512M) 9.001ms");

        assertThat(Collections.Summary.of(lines)).isEqualTo(new Collections.Summary(3, 300, 280, 9.001));
    }
}
