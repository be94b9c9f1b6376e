package tw.touchstone.catalog.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final Throttle.Bucket bucket = new Throttle.Bucket("test", "key", 5, Duration.ofMinutes(15));

    @Test
    void doublesThePauseAfterTheFreeTriesUpToTheLongest() {
        assertThat(bucket.pauseAfter(5)).isEqualTo(Duration.ZERO);
        assertThat(bucket.pauseAfter(6)).isEqualTo(Duration.ofSeconds(1));
        assertThat(bucket.pauseAfter(7)).isEqualTo(Duration.ofSeconds(2));
        assertThat(bucket.pauseAfter(15)).isEqualTo(Duration.ofSeconds(512));
        assertThat(bucket.pauseAfter(16)).isEqualTo(Duration.ofMinutes(15));
        assertThat(bucket.pauseAfter(Long.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }
}
