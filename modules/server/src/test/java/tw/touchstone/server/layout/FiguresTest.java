package tw.touchstone.server.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void writesSizesInTheLargestUnitThatLeavesOne() {
        assertThat(Figures.size(0)).isEqualTo("0 B");
        assertThat(Figures.size(999)).isEqualTo("999 B");
        assertThat(Figures.size(1_000)).isEqualTo("1.0 kB");
        assertThat(Figures.size(9_949)).isEqualTo("9.9 kB");
        assertThat(Figures.size(9_950)).isEqualTo("10 kB");
        assertThat(Figures.size(999_499)).isEqualTo("999 kB");
        assertThat(Figures.size(999_500)).isEqualTo("1.0 MB");
        assertThat(Figures.size(2_147_483_648L)).isEqualTo("2.1 GB");
        assertThat(Figures.size(Long.MAX_VALUE)).isEqualTo("9223372 TB");
    }

    @Test
    void countsDaysInTaipei() {
        assertThat(Figures.day(Instant.parse("2026-01-30T15:59:59Z"))).isEqualTo("2026-01-30");
        assertThat(Figures.day(Instant.parse("2026-01-30T16:00:00Z"))).isEqualTo("2026-01-31");
        assertThat(Figures.minute(Instant.parse("2026-01-30T16:00:59Z"))).isEqualTo("2026-01-31 00:00");
    }

    @Test
    void hasNoDayForTheBeginningOfTime() {
        assertThat(Figures.day(Instant.EPOCH)).isEmpty();
    }
}
