package tw.touchstone.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final MachineFacts QUIET =
            new MachineFacts(Instant.parse("2026-03-01T00:00:00Z"), 2, "some CPU", 8_000_000_000L, "Linux", "25", 1.0);

    @Test
    void writesMachineRowsAndNotes() {
        var table = new Table();
        table.add(Row.of("import", "3 datasets | stored", 1234.56, "datasets/s").floor("≥ 600").aim("1,000"));
        table.add(Row.of("start", "first answer", 1.994, "s"));
        table.add(Row.of("import", "quads", 1_234_567L, "quads"));
        table.note("a note");

        assertThat(table.markdown(QUIET)).isEqualTo("""
                - taken 2026-03-01T00:00:00Z
                - 2 cores, some CPU, 8.0 GB of memory
                - Linux, Java 25
                - load average at start 1.00

                | scenario | what | value | unit | floor | aim |
                |---|---|---:|---|---|---|
                | import | 3 datasets \\| stored | 1,235 | datasets/s | ≥ 600 | 1,000 |
                | start | first answer | 1.99 | s |  |  |
                | import | quads | 1,234,567 | quads |  |  |

                - a note
                """);
    }

    @Test
    void warnsOfALoadAboveOneAndOfAnUnknownOne() {
        assertThat(QUIET.isBusy()).isFalse();
        assertThat(loaded(1.01).isBusy()).isTrue();
        assertThat(loaded(-1).isBusy()).isTrue();
        assertThat(new Table().markdown(loaded(1.01))).contains("these figures do not count");
    }

    private static MachineFacts loaded(double load) {
        return new MachineFacts(QUIET.at(), 2, "some CPU", 8_000_000_000L, "Linux", "25", load);
    }
}
