package tw.touchstone.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void takesPercentilesByNearestRankWhateverTheOrder() {
        var nanos = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

        var timings = new Timings(nanos, Duration.ofSeconds(4), 8_000);

        assertThat(timings.median()).isEqualTo(100);
        assertThat(timings.p99()).isEqualTo(198);
        assertThat(timings.millis(1)).isEqualTo(200);
        assertThat(timings.perSecond()).isEqualTo(50);
        assertThat(timings.bytesPerSecond()).isEqualTo(2_000);
    }

    @Test
    void hasOneSampleForAllPercentilesWhereThereIsOnlyOne() {
        var timings = new Timings(new long[] {3_000_000}, Duration.ofSeconds(1), 0);

        assertThat(timings.median()).isEqualTo(3);
        assertThat(timings.p99()).isEqualTo(3);
    }

    @Test
    void saysNothingAboutNothing() {
        assertThatThrownBy(() -> new Timings(new long[0], Duration.ofSeconds(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
