package tw.touchstone.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void sendsEachRequestOnceAndCountsEachAnswer() {
        var sent = new ConcurrentLinkedQueue<Integer>();
        List<Load.Request> requests = IntStream.range(0, 3_000)
                .mapToObj(number -> (Load.Request) () -> {
                    sent.add(number);
                    return 2;
                })
                .toList();

        var timings = Load.each(4, requests);

        assertThat(sent).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 3_000).boxed().toList());
        assertThat(timings.count()).isEqualTo(3_000);
    }

    @Test
    void endsWithTheFirstWrongAnswer() {
        Load.Request wrong = () -> {
            throw new IllegalStateException("the server answered 500");
        };

        assertThatThrownBy(() -> Load.each(2, List.of(wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the server answered 500");
    }
}
