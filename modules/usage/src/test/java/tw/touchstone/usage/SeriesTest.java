package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void countsAsASortedMapDoesInWhateverOrderTheDaysCome() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            var series = new Series();
            var expected = new TreeMap<Integer, List<Integer>>();
            int day = 20_000;
            for (int n = 0; n < 400; n++) {
                day = random.nextInt(20) == 0 ? random.nextInt(50_000) : day + random.nextInt(3);
                int cell = random.nextInt(Series.CELLS);
                series.add(day, cell);
                expected.merge(day, one(cell), SeriesTest::sum);
            }
            assertThat(days(series)).as("seed %d", seed).isEqualTo(expected);
            assertThat(days(series.copy())).isEqualTo(expected);
            assertThat(days(writtenAndRead(series))).isEqualTo(expected);
        }
    }

    @Test
    void keepsTheDaysOfACopyApart() {
        var series = new Series();
        series.add(5, 0);
        var copy = series.copy();
        series.add(5, 0);
        series.add(6, 1);

        assertThat(days(copy)).isEqualTo(Map.of(5, one(0)));
    }

    private static Series writtenAndRead(Series series) throws IOException {
        var bytes = new ByteArrayOutputStream();
        series.write(new DataOutputStream(bytes));
        return Series.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static SortedMap<Integer, List<Integer>> days(Series series) {
        var days = new TreeMap<Integer, List<Integer>>();
        var order = new ArrayList<Integer>();
        series.forEachDay((day, counts) -> {
            order.add(day);
            days.put(day, IntStream.of(counts).boxed().toList());
        });
        assertThat(order).isSorted().doesNotHaveDuplicates();
        return days;
    }

    private static List<Integer> one(int cell) {
        return IntStream.range(0, Series.CELLS).map(n -> n == cell ? 1 : 0).boxed().toList();
    }

    private static List<Integer> sum(List<Integer> a, List<Integer> b) {
        return IntStream.range(0, Series.CELLS).map(n -> a.get(n) + b.get(n)).boxed().toList();
    }
}
