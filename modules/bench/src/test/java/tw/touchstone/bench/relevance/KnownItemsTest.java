package tw.touchstone.bench.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.touchstone.bench.relevance.KnownItems.Memory;
import tw.touchstone.bench.relevance.KnownItems.Success;

class KnownItemsTest {

    private static final String TITLE = "臺北市空氣品質監測站";

    @Test
    void titlesAreRememberedInSixWays() {
        assertThat(remembered(Memory.EXACT)).isEqualTo(TITLE);
        assertThat(remembered(Memory.CUT)).isEqualTo("臺北市空氣品");
        assertThat(remembered(Memory.REORDERED)).isEqualTo("品質監測站 臺北市空氣");
        assertThat(remembered(Memory.VARIANT)).isEqualTo("台北市空氣品質監測站");
        assertThat(remembered(Memory.SIMPLIFIED)).isEqualTo("台北市空气品质监测站");
    }

    @Test
    void exactlyOneCharacterIsMisspelt() {
        for (long seed = 0; seed < 50; seed++) {
            var text = KnownItems.text(TITLE, Memory.MISSPELT, new Random(seed)).orElseThrow();
            long different = IntStream.range(0, TITLE.length())
                    .filter(i -> text.charAt(i) != TITLE.charAt(i))
                    .count();
            assertThat(text).as("seed %d", seed).hasSameSizeAs(TITLE);
            assertThat(different).as("seed %d", seed).isEqualTo(1);
        }
    }

    @Test
    void whatHasNoVariantIsNotRememberedAsOne() {
        assertThat(KnownItems.text("AQI monthly values", Memory.VARIANT, new Random(1))).isEmpty();
        assertThat(KnownItems.text("AQI monthly values", Memory.SIMPLIFIED, new Random(1))).isEmpty();
        assertThat(KnownItems.text("AQI monthly values", Memory.MISSPELT, new Random(1))).isEmpty();
    }

    @Test
    void monthsAndYearsOfASeriesAreOneItem() {
        var months = List.of(
                new Item("a", "南投縣113年1月會計月報"), new Item("b", "南投縣113年12月會計月報"), new Item("c", "南投縣一一三年五月會計月報"));
        assertThat(months).extracting(Item::series).containsOnly("南投縣#年#月會計月報");
        var exact = new KnownItems(months, 10)
                .ask((text, most) -> new Engine.Answer(List.of("x", "b"), true))
                .getFirst();
        assertThat(exact).isEqualTo(new Success(Memory.EXACT, 1, 0, 1));
    }

    @Test
    void theDrawIsAlwaysTheSame() {
        var items = IntStream.range(0, 100)
                .mapToObj(i -> new Item("d" + i, (char) ('甲' + i) + "區道路工程資料"))
                .toList();
        Engine first = (text, most) -> new Engine.Answer(
                items.stream().filter(item -> item.title().equals(text)).map(Item::id).toList(), true);
        var once = new KnownItems(items, 20).ask(first);
        assertThat(once).isEqualTo(new KnownItems(items.reversed(), 20).ask(first));
        assertThat(once.getFirst()).isEqualTo(new Success(Memory.EXACT, 20, 1, 1));
        assertThat(once.get(1)).isEqualTo(new Success(Memory.CUT, 20, 0, 0));
    }

    private static String remembered(Memory memory) {
        return KnownItems.text(TITLE, memory, new Random(1)).orElseThrow();
    }
}
