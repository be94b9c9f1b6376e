package tw.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class FrequencyTest {

    @Test
    void survivesItsCodeInEveryUnit() {
        for (var unit : new ChronoUnit[] {
            ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.MONTHS, ChronoUnit.YEARS
        }) {
            var every = new Frequency.Every(7, unit);
            assertThat(Frequency.parse(every.code())).contains(every);
        }
        assertThat(Frequency.parse("irregular")).contains(new Frequency.Irregular());
        assertThat(Frequency.parse("never")).contains(new Frequency.Never());
    }

    @Test
    void tellsMinutesFromMonths() {
        assertThat(new Frequency.Every(1, ChronoUnit.MINUTES).code()).isEqualTo("PT1M");
        assertThat(new Frequency.Every(1, ChronoUnit.MONTHS).code()).isEqualTo("P1M");
        assertThat(new Frequency.Every(2, ChronoUnit.MONTHS).interval()).isEqualTo(Duration.ofDays(60));
    }

    @Test
    void refusesWhatIsNoInterval() {
        for (var text : new String[] {"", "P", "P0D", "PT1D", "P1H", "P1W", "daily"}) {
            assertThat(Frequency.parse(text)).as(text).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Frequency.Every(0, ChronoUnit.DAYS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frequency.Every(1, ChronoUnit.WEEKS));
    }
}
