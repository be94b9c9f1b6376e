package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalDateTest {

    @ParameterizedTest
    @CsvSource({
        "2018/03/05 15:49, 2018-03-05T07:49:00Z",
        "2018-07-06 22:28:04, 2018-07-06T14:28:04Z",
        "2015/08/12, 2015-08-11T16:00:00Z",
        "2015/8/2 1:05, 2015-08-01T17:05:00Z",
        "2026-01-31T10:00:00+08:00, 2026-01-31T02:00:00Z",
    })
    void readsTaiwanTime(String text, Instant expected) {
        assertThat(NationalDate.instant(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"107-03-31", "2018/13/01", "2018/02/30", "現在", "2018/01-02", "2018/01/02 25:00", "20180102"})
    void guessesNothing(String text) {
        assertThat(NationalDate.instant(text)).isEmpty();
        assertThat(NationalDate.day(text)).isEmpty();
    }
}
