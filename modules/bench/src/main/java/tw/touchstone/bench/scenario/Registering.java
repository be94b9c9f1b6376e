package tw.touchstone.bench.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;

/// Registrations through the interface: durable and searchable when they are answered.
final class Registering {

    private static final String PART = Part.REGISTRATION.code();
    private static final int WARM_UP = 50;
    private static final int ALONE = 200;
    private static final int CLIENTS = 16;
    private static final Duration TOGETHER_WARM_UP = Duration.ofSeconds(3);
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private final Client operator;
    private final Table table;
    private final AtomicLong words = new AtomicLong();

    Registering(Client operator, Table table) {
        this.operator = operator;
        this.table = table;
    }

    void run() {
        alone();
        together();
    }

    /// One after the other; the very next search must find each.
    private void alone() {
        var nanos = new long[ALONE];
        for (int i = -WARM_UP; i < ALONE; i++) {
            var word = word();
            var document = Documents.dataset(word);
            long begin = System.nanoTime();
            var id = Documents.register(operator, document);
            long took = System.nanoTime() - begin;
            requireFound(id, word);
            if (i >= 0) {
                nanos[i] = took;
            }
        }
        long sum = Arrays.stream(nanos).sum();
        var timings = new Timings(nanos, Duration.ofNanos(sum), 0);
        var what = "1 client, %,d registrations, each found by the next search".formatted(ALONE);
        table.add(Row.of(PART, what + ": median", timings.median(), "ms"));
        table.add(Row.of(PART, what + ": p99", timings.p99(), "ms").floor("≤ 100"));
    }

    private void requireFound(String id, String word) {
        boolean found = operator.get("api/v1/datasets?size=20&q=" + word)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("id").asString().equals(id));
        if (!found) {
            throw new IllegalStateException("the search after its registration did not find " + id);
        }
    }

    /// Many at once; all of them must be found in the end.
    private void together() {
        long before = Listed.count(operator, "");
        var warmUp = Load.during(CLIENTS, TOGETHER_WARM_UP, number -> this::register);
        var timings = Load.during(CLIENTS, TOGETHER, number -> this::register);
        long found = Listed.count(operator, "") - before;
        if (found != warmUp.count() + timings.count()) {
            throw new IllegalStateException(
                    warmUp.count() + timings.count() + " datasets were registered, but " + found + " are found");
        }
        var what = "%d clients, %d s".formatted(CLIENTS, TOGETHER.toSeconds());
        table.add(Row.of(PART, what, timings.perSecond(), "registrations/s").floor("≥ 200"));
        table.add(Row.of(PART, what + ": median", timings.median(), "ms"));
        table.add(Row.of(PART, what + ": p99", timings.p99(), "ms"));
    }

    private long register() {
        Documents.register(operator, Documents.dataset(word()));
        return 0;
    }

    private String word() {
        return "w" + Long.toString(1_000_000 + words.getAndIncrement(), 36) + "x";
    }
}
