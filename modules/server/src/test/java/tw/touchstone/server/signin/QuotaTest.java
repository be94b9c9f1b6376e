package tw.touchstone.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tw.touchstone.server.signin.Quota.Standing;

class QuotaTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final Quota quota = new Quota(2, Duration.ofSeconds(10), now::get);

    @Test
    void aWindowBeginsWithTheFirstRequestAndEndsAfterItsTime() {
        assertThat(quota.count("a")).isEqualTo(new Standing(true, 1, 10));
        now.addAndGet(Duration.ofMillis(9_500).toNanos());
        assertThat(quota.count("a")).isEqualTo(new Standing(true, 0, 1));
        assertThat(quota.count("a")).isEqualTo(new Standing(false, 0, 1));
        assertThat(quota.count("a")).isEqualTo(new Standing(false, 0, 1));
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(quota.count("a")).isEqualTo(new Standing(true, 1, 10));
    }

    @Test
    void eachIsCountedForItself() {
        quota.count("a");
        quota.count("a");
        assertThat(quota.count("a").allowed()).isFalse();
        assertThat(quota.count("b")).isEqualTo(new Standing(true, 1, 10));
    }
}
