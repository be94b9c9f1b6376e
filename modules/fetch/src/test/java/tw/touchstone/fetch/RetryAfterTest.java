package tw.touchstone.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.read("120", AT)).contains(AT.plusSeconds(120));
        assertThat(RetryAfter.read(" 0 ", AT)).contains(AT);
        assertThat(RetryAfter.read("Sat, 21 Nov 2026 01:00:00 GMT", AT)).contains(AT.plusSeconds(3_600));
        assertThat(RetryAfter.read("Fri, 20 Nov 2026 00:00:00 GMT", AT)).contains(Instant.parse("2026-11-20T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999", "2026-11-21", "Sat, 31 Nov 2026 01:00:00 GMT"})
    void readsNothingElse(String value) {
        assertThat(RetryAfter.read(value, AT)).isEmpty();
    }
}
