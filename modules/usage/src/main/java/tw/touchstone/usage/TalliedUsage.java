package tw.touchstone.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// The reading half of a [Usage] whose numbers are in memory.
abstract sealed class TalliedUsage implements Usage permits LoggedUsage {

    private final Clock clock;

    TalliedUsage(Clock clock) {
        this.clock = clock;
    }

    /// The numbers in force.
    abstract Tally tally();

    @Override
    public String robotListVersion() {
        return tally().robots().version();
    }

    @Override
    public Totals totals(DatasetId dataset) {
        return totals(Optional.ofNullable(tally().datasets().get(dataset)));
    }

    @Override
    public Totals totals(DistributionId distribution) {
        return totals(Optional.ofNullable(tally().distributions().get(distribution)));
    }

    @Override
    public Totals catalogue() {
        return Summary.totals(tally().catalogue(), today());
    }

    private Totals totals(Optional<Series> series) {
        return series.map(found -> Summary.totals(found, today())).orElse(Totals.NONE);
    }

    private LocalDate today() {
        return UsageDay.of(clock.instant());
    }

    @Override
    public DayCounts days(DatasetId dataset, LocalDate from, LocalDate to) {
        return days(Optional.ofNullable(tally().datasets().get(dataset)), from, to);
    }

    @Override
    public DayCounts days(DistributionId distribution, LocalDate from, LocalDate to) {
        return days(Optional.ofNullable(tally().distributions().get(distribution)), from, to);
    }

    private static DayCounts days(Optional<Series> series, LocalDate from, LocalDate to) {
        return series.map(found -> Summary.days(found, from, to)).orElse(new DayCounts(List.of()));
    }

    @Override
    public DayCounts catalogueDays(LocalDate from, LocalDate to) {
        return Summary.days(tally().catalogue(), from, to);
    }

    @Override
    public List<DatasetTotal> top(Kind kind, int n, LocalDate since) {
        return tally().top(kind, n, since);
    }

    @Override
    public void forEachTotal(BiConsumer<DatasetId, Totals> action) {
        var today = today();
        tally().datasets().forEach((dataset, series) -> action.accept(dataset, Summary.totals(series, today)));
    }
}
