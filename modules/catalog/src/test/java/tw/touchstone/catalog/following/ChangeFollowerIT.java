package tw.touchstone.catalog.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.store.Change;
import tw.touchstone.store.ChangeEntry;
import tw.touchstone.store.TdbStore;

@Timeout(60)
class ChangeFollowerIT {

    private static final Instant NOW = Instant.parse("2026-04-15T01:02:03Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private TdbStore store;
    private Database database;
    private ParkedChanges parked;

    @BeforeEach
    void open() {
        store = TdbStore.open(folder.resolve("store"), Iris.LOCAL, CLOCK);
        database = Database.open(folder.resolve("touchstone.sqlite"));
        parked = new ParkedChanges(database, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
        store.close();
    }

    @Test
    void oneChangeThatCannotBeTakenInIsParkedAloneAndTheOthersGoOn() throws InterruptedException {
        var judged = new Recording("judge", entry -> {
            if (entry.subject().equals("a13")) {
                throw new IllegalStateException("poison");
            }
        });
        var indexed = new Recording("index", entry -> {});
        commit(1, 40);

        try (var follower = follower(judged, indexed)) {
            follower.start();
            assertThat(follower.await(40, PATIENCE)).isTrue();
            assertThat(follower.isTroubled()).isFalse();

            assertThat(judged.taken).containsExactlyElementsOf(numbersWithout13());
            assertThat(judged.refusals).as("tried, then alone").hasValueGreaterThanOrEqualTo(ChangeFollower.ATTEMPTS);
            assertThat(indexed.taken).containsExactlyElementsOf(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
            assertThat(parked.all())
                    .containsExactly(new ParkedChange(
                            "judge", "a13", 13, "java.lang.IllegalStateException: poison", NOW));

            commit(41, 41);
            assertThat(follower.await(41, PATIENCE)).isTrue();
            assertThat(judged.taken.getLast()).isEqualTo(41);
        }
        assertThat(new ParkedChanges(database, CLOCK).count()).as("known after a restart").isEqualTo(1);
    }

    @Test
    void aParkedChangeAtTheEndOfTheLogIsTriedAgainByTheNextStart() throws InterruptedException {
        var broken = new Recording("index", entry -> {
            if (entry.subject().equals("a3")) {
                throw new IllegalStateException("poison");
            }
        });
        commit(1, 3);
        try (var follower = follower(broken)) {
            follower.start();
            assertThat(follower.await(3, PATIENCE)).isTrue();
        }
        assertThat(parked.all()).extracting(ParkedChange::subject, ParkedChange::number).containsExactly(tuple("a3", 3L));

        var mended = new Recording("index", entry -> {});
        mended.last = broken.last;
        try (var follower = follower(mended)) {
            follower.start();
            assertThat(follower.await(3, PATIENCE)).isTrue();
        }
        assertThat(mended.taken).containsExactly(3L);
        assertThat(parked.all()).isEmpty();
    }

    @Test
    void aFullDiskIsWaitedOutAndParksNothing() throws InterruptedException {
        int failing = ChangeFollower.ATTEMPTS + 4;
        var attempts = new AtomicInteger();
        var step = new Recording("index", entry -> {
            if (attempts.incrementAndGet() <= failing) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        });
        commit(1, 2);

        try (var follower = follower(step)) {
            follower.start();
            assertThat(follower.await(2, PATIENCE)).isTrue();
            assertThat(follower.isTroubled()).isFalse();
        }
        assertThat(step.taken).containsExactly(1L, 2L);
        assertThat(attempts).hasValue(failing + 2);
        assertThat(parked.all()).isEmpty();
    }

    @Test
    void closingDoesNotWaitForTheNextAttempt() {
        var step = new Recording("index", entry -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        });
        commit(1, 1);
        long begin = System.nanoTime();
        try (var follower = new ChangeFollower(store, List.of(step), parked, Duration.ofSeconds(30))) {
            follower.start();
            while (!follower.isTroubled()) {
                Thread.onSpinWait();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    private ChangeFollower follower(ChangeStep... steps) {
        return new ChangeFollower(store, List.of(steps), parked, Duration.ofMillis(1));
    }

    private void commit(int first, int last) {
        store.commit(IntStream.rangeClosed(first, last)
                .<Change>mapToObj(number -> new Change.PutAgency(new Agency(
                        new AgencyId("a" + number), LangText.of("機關" + number, "Agency " + number), Optional.empty(), List.of())))
                .toList());
    }

    private static List<Long> numbersWithout13() {
        return IntStream.rangeClosed(1, 40).filter(number -> number != 13).mapToObj(Long::valueOf).toList();
    }

    /// Takes in a batch whole or, where one of it is refused, not at all.
    private static final class Recording implements ChangeStep {
        private final String name;
        private final Consumer<ChangeEntry> check;
        private final List<Long> taken = new CopyOnWriteArrayList<>();
        private final AtomicInteger refusals = new AtomicInteger();
        private volatile long last;

        Recording(String name, Consumer<ChangeEntry> check) {
            this.name = name;
            this.check = check;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long lastApplied() {
            return last;
        }

        @Override
        public void apply(List<ChangeEntry> entries) {
            try {
                entries.forEach(check);
            } catch (RuntimeException e) {
                refusals.incrementAndGet();
                throw e;
            }
            entries.forEach(entry -> taken.add(entry.number()));
            last = entries.getLast().number();
        }
    }
}
