package tw.touchstone.usage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.touchstone.model.DatasetId;

/// The counts of agencies and themes: those of their datasets, each on the days on which it belonged to them (ADR 58).
///
/// Nothing is written when a dataset is published or counted. Now and then [#assign(Function)] asks of the datasets
/// that were counted meanwhile where they belong, and writes down what has changed. The sums are derived when they are
/// asked for and kept for a moment. May be used from any thread.
public final class GroupCounts {

    private final Belongings belongings;
    private final Supplier<Tally> tally;
    private final Clock clock;
    private final Duration keep;
    private final Losses losses;
    private final Set<DatasetId> counted = ConcurrentHashMap.newKeySet();
    private final Map<Group, Sums> kept = new ConcurrentHashMap<>();
    private final ReentrantLock assigning = new ReentrantLock();

    private record Sums(DaySums days, Tally of, long derivedAt) {}

    GroupCounts(Belongings belongings, Supplier<Tally> tally, Clock clock, Duration keep, Losses losses) {
        this.belongings = belongings;
        this.tally = tally;
        this.clock = clock;
        this.keep = keep;
        this.losses = losses;
        int lately = Tally.epochDay(today()) - 1;
        tally.get().datasets().forEach((dataset, series) -> {
            // What was counted last before the process ended may not have been asked of.
            if (!belongings.knows(dataset) || !series.endsBefore(lately)) {
                counted.add(dataset);
            }
        });
    }

    void counted(DatasetId dataset) {
        counted.add(dataset);
    }

    /// Asks of every dataset that was counted since the last time where it belongs today; what stays unsaid (a
    /// dataset that was withdrawn) leaves it where it was. Trouble with the disk is for the next time.
    public void assign(Function<DatasetId, Optional<Set<Group>>> lookup) {
        assigning.lock();
        try {
            assignUnderLock(lookup);
        } finally {
            assigning.unlock();
        }
    }

    private void assignUnderLock(Function<DatasetId, Optional<Set<Group>>> lookup) {
        var asked = Set.copyOf(counted);
        counted.removeAll(asked);
        try {
            var found = new HashMap<DatasetId, Set<Group>>();
            for (var dataset : asked) {
                lookup.apply(dataset).ifPresent(groups -> found.put(dataset, Set.copyOf(groups)));
            }
            belongings.append(today(), found);
        } catch (IOException e) {
            counted.addAll(asked);
            losses.warn("where counted datasets belong could not be written down; it is tried again", e);
        } catch (RuntimeException e) {
            counted.addAll(asked);
            throw e;
        }
    }

    private LocalDate today() {
        return UsageDay.of(clock.instant());
    }

    /// Of all datasets of the group together.
    public Totals totals(Group group) {
        return Summary.totals(days(group), today());
    }

    /// The counts of each day of the group, both ends included.
    public DayCounts days(Group group, LocalDate from, LocalDate to) {
        return Summary.days(days(group), from, to);
    }

    /// The groups of a sort that were viewed or downloaded most since a day, at most `n`, the highest first, equal
    /// ones by code.
    public List<GroupTotal> top(Group.Sort sort, Kind kind, int n, LocalDate since) {
        var totals = new ArrayList<GroupTotal>();
        for (var group : belongings.groups()) {
            long count = group.sort() == sort ? Summary.since(days(group), kind, since) : 0;
            if (count > 0) {
                totals.add(new GroupTotal(group, count));
            }
        }
        totals.sort(Comparator.comparingLong(GroupTotal::count).reversed().thenComparing(GroupTotal::group));
        return List.copyOf(totals.subList(0, Math.clamp(n, 0, totals.size())));
    }

    private Days days(Group group) {
        var now = tally.get();
        long nanos = System.nanoTime();
        return Optional.ofNullable(kept.get(group))
                .filter(sums -> sums.of().equals(now) && nanos - sums.derivedAt() < keep.toNanos())
                .orElseGet(() -> keep(group, new Sums(derive(group, now), now, nanos)))
                .days();
    }

    private Sums keep(Group group, Sums sums) {
        // Only what is there is kept: names that nobody bears must not fill the memory.
        if (!belongings.ever(group).isEmpty()) {
            kept.put(group, sums);
        }
        return sums;
    }

    private DaySums derive(Group group, Tally from) {
        var sums = new DaySums();
        for (var dataset : belongings.ever(group)) {
            Optional.ofNullable(from.datasets().get(dataset))
                    .ifPresent(series -> series.forEachDay((day, counts) -> {
                        if (belongings.belongs(dataset, day, group)) {
                            sums.add(day, counts);
                        }
                    }));
        }
        return sums;
    }
}
