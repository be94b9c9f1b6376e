package tw.touchstone.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// The numbers derived from the log up to some place, under one robot list. One thread may apply while others read.
final class Tally {

    private final RobotList robots;
    private final DoubleClicks doubleClicks;
    private final Series catalogue;
    private final Map<DatasetId, Series> datasets;
    private final Map<DistributionId, Series> distributions;

    Tally(
            RobotList robots,
            DoubleClicks doubleClicks,
            Series catalogue,
            Map<DatasetId, Series> datasets,
            Map<DistributionId, Series> distributions) {
        this.robots = robots;
        this.doubleClicks = doubleClicks;
        this.catalogue = catalogue;
        this.datasets = new ConcurrentHashMap<>(datasets);
        this.distributions = new ConcurrentHashMap<>(distributions);
    }

    static Tally empty(RobotList robots) {
        return new Tally(robots, new DoubleClicks(LogPosition.START), new Series(), Map.of(), Map.of());
    }

    void apply(UsageEvent event, LogPosition start) {
        if (doubleClicks.isRepeat(event, start)) {
            return;
        }
        int day = epochDay(UsageDay.of(event.at()));
        int cell = Series.cell(robots.restate(event), event.kind());
        catalogue.add(day, cell);
        datasets.computeIfAbsent(event.dataset(), id -> new Series()).add(day, cell);
        event.distribution()
                .ifPresent(id -> distributions.computeIfAbsent(id, added -> new Series()).add(day, cell));
    }

    /// Notes an event whose counts are already in, so that the next ones are told from its double-clicks.
    void warm(UsageEvent event, LogPosition start) {
        doubleClicks.isRepeat(event, start);
    }

    List<DatasetTotal> top(Kind kind, int n, LocalDate since) {
        var counted = new ArrayList<DatasetTotal>();
        datasets.forEach((dataset, series) -> {
            long count = Summary.since(series, kind, since);
            if (count > 0) {
                counted.add(new DatasetTotal(dataset, count));
            }
        });
        counted.sort(Comparator.comparingLong(DatasetTotal::count).reversed().thenComparing(DatasetTotal::dataset));
        return List.copyOf(counted.subList(0, Math.clamp(n, 0, counted.size())));
    }

    static int epochDay(LocalDate day) {
        return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
    }

    RobotList robots() {
        return robots;
    }

    LogPosition doubleClicksFrom() {
        return doubleClicks.from();
    }

    Series catalogue() {
        return catalogue;
    }

    Map<DatasetId, Series> datasets() {
        return datasets;
    }

    Map<DistributionId, Series> distributions() {
        return distributions;
    }
}
