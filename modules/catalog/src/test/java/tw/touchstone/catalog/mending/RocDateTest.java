package tw.touchstone.catalog.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RocDateTest {

    @ParameterizedTest
    @CsvSource({
        "110/5/1, 2021-05-01",
        "110-05-01, 2021-05-01",
        "110.05.01, 2021-05-01",
        "99/12/31, 2010-12-31",
        "1100501, 2021-05-01",
        "991231, 2010-12-31",
        "110年5月1日, 2021-05-01",
        "民國110年5月1日, 2021-05-01",
        "中華民國 110 年 5 月 1 日, 2021-05-01",
        "民國元年1月1日, 1912-01-01",
        "110年5月, 2021-05",
        "110年5月份, 2021-05",
        "110.05, 2021-05",
        "11005, 2021-05",
        "110年, 2021",
        "110年度, 2021",
        "113/2/29, 2024-02-29",
        "110/5/1 9:05, 2021-05-01T09:05",
        "110/5/1 09:05:30, 2021-05-01T09:05:30",
        "' 110/5/1 ', 2021-05-01"
    })
    void writesEverySpellingAsExactAsItIs(String text, String iso) {
        assertThat(RocDate.iso(text)).contains(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "合計", "2021-05-01", "2021/5/1", "20210501", "110/2/29", "110/13/1", "110/5-1", "201505",
                "110/5/1 25:00", "民前5年", "110/5/1 (更正)", "９９/12/31"
            })
    void leavesAloneWhatIsNoSuchDate(String text) {
        assertThat(RocDate.iso(text)).isEmpty();
    }

    @Test
    void agreesWithTheCalendarOnAnyDay() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var day = LocalDate.of(1912, 1, 1).plusDays(random.nextInt(365 * 140));
            int year = day.getYear() - 1911;
            var spellings = List.of(
                    "%03d%02d%02d".formatted(year, day.getMonthValue(), day.getDayOfMonth()),
                    "民國%d年%d月%d日".formatted(year, day.getMonthValue(), day.getDayOfMonth()));
            assertThat(spellings).as("seed %d", seed).allSatisfy(text -> assertThat(RocDate.iso(text))
                    .isEqualTo(Optional.of(day.toString())));
        }
    }
}
