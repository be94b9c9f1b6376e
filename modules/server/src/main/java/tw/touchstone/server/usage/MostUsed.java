package tw.touchstone.server.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.usage.DatasetTotal;
import tw.touchstone.usage.Group;
import tw.touchstone.usage.GroupTotal;
import tw.touchstone.usage.Kind;
import tw.touchstone.usage.Usage;
import tw.touchstone.usage.UsageDay;

/// The most used of the last thirty days, for which all datasets are read: at most once a minute.
@Component
class MostUsed {

    static final int PLACES = 10;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int DAYS = 30;

    private final Usage usage;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Optional<Lists> kept = Optional.empty();

    MostUsed(Catalog catalog, Clock clock) {
        this.usage = catalog.usage();
        this.clock = clock;
    }

    /// The lists, the highest first.
    record Lists(
            List<DatasetTotal> downloaded,
            List<DatasetTotal> viewed,
            List<GroupTotal> agencies,
            List<GroupTotal> themes,
            long readAt) {}

    Lists lists() {
        var fresh = kept.filter(MostUsed::isFresh);
        if (fresh.isPresent()) {
            return fresh.get();
        }
        reading.lock();
        try {
            var read = kept.filter(MostUsed::isFresh).orElseGet(this::read);
            kept = Optional.of(read);
            return read;
        } finally {
            reading.unlock();
        }
    }

    private static boolean isFresh(Lists lists) {
        return System.nanoTime() - lists.readAt() < KEPT.toNanos();
    }

    private Lists read() {
        LocalDate since = UsageDay.of(clock.instant()).minusDays(DAYS - 1);
        return new Lists(
                usage.top(Kind.DOWNLOAD, PLACES, since),
                usage.top(Kind.VIEW, PLACES, since),
                usage.groups().top(Group.Sort.AGENCY, Kind.DOWNLOAD, PLACES, since),
                usage.groups().top(Group.Sort.THEME, Kind.DOWNLOAD, PLACES, since),
                System.nanoTime());
    }
}
