package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HanNumberTest {

    @Test
    void readsDigitsTensAndHundreds() {
        Map.of("一一○", 110, "二〇二一", 2021, "十", 10, "十二", 12, "二十", 20, "九十九", 99, "百", 100, "一百零五", 105, "一百一十", 110, "二百", 200)
                .forEach((written, value) ->
                        assertThat(HanNumber.value(written)).as(written).isEqualTo(OptionalInt.of(value)));
    }

    @Test
    void whatIsNoNumberHasNoValue() {
        for (var written : List.of("", "十十", "一二十", "百百", "三峽", "一一一一一一")) {
            assertThat(HanNumber.value(written)).as(written).isEmpty();
        }
    }

    @Test
    void whatItWritesItReads() {
        for (int number = 1; number < 100; number++) {
            assertThat(HanNumber.value(String.join("", HanNumber.written(number)))).hasValue(number);
        }
    }
}
