package tw.touchstone.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellReaderTest {

    @Test
    void wholeNumbersAreReadHoweverTheyAreSpelled() {
        assertThat(CellReader.integer("1,234")).hasValue(1234L);
        assertThat(CellReader.integer("－１２")).hasValue(-12L);
        assertThat(CellReader.integer("12.0")).hasValue(12L);
        assertThat(CellReader.integer("9223372036854775807")).hasValue(Long.MAX_VALUE);
        assertThat(CellReader.integer("9223372036854775808")).isEmpty();
        assertThat(CellReader.integer("12.5")).isEmpty();
        assertThat(CellReader.integer("1E999999999")).isEmpty();
        assertThat(CellReader.integer("12元")).isEmpty();
    }

    @Test
    void onlyNumbersThatADoubleHoldsExactlyAreNumbers() {
        assertThat(CellReader.number("0.1")).hasValue(0.1);
        assertThat(CellReader.number("-1,234.50")).hasValue(-1234.5);
        assertThat(CellReader.number("0.12345678901234567890")).isEmpty();
        assertThat(CellReader.number("1e400")).isEmpty();
        assertThat(CellReader.number("12.5%")).isEmpty();
        assertThat(CellReader.number("NaN")).isEmpty();
    }

    @Test
    void daysOfTheWesternCalendarAreDaysAndThoseOfTheRepublicAreNot() {
        for (var text : List.of("2024-05-01", "2024/5/1", "2024.05.01", "20240501", "2024年5月1日")) {
            assertThat(CellReader.day(text)).as(text).hasValue(LocalDate.of(2024, 5, 1));
        }
        for (var text : List.of("113/5/1", "1130501", "民國113年5月1日", "2024-02-30", "2024-05", "0113-05-01")) {
            assertThat(CellReader.day(text)).as(text).isEmpty();
        }
        assertThat(CellReader.moment("2024/5/1 08:30")).hasValue(LocalDateTime.of(2024, 5, 1, 8, 30));
        assertThat(CellReader.moment("2024-05-01T08:30:15.25")).hasValue(LocalDateTime.of(2024, 5, 1, 8, 30, 15, 250_000_000));
        assertThat(CellReader.moment("2024-05-01T25:30")).isEmpty();
        assertThat(CellReader.moment("2024-05-01T08:30:15+08:00")).isEmpty();
    }

    @Test
    void everyColumnGetsANameOfItsOwn() {
        assertThat(ColumnNames.of(List.of("名稱", "", "名稱", "Name", "NAME", "a\nb", "name_2")))
                .containsExactly("名稱", "column_2", "名稱_2", "Name", "NAME_2", "a b", "name_2_2");
    }
}
