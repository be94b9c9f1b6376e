package tw.touchstone.usage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// Counts views and downloads of datasets.
///
/// What counts is said in the [UsageDefinition] and on [UsageEvent]. The events are the truth; every number is derived
/// from them under a robot list whose version is to be shown beside it. "Today" is the injected clock's day in
/// [UsageDay#ZONE]. May be used from any thread.
public interface Usage extends AutoCloseable {

    /// Writes down an event; call it before the answer is sent.
    ///
    /// When it returns, the event survives the death of the process; a power cut may lose the last 100 milliseconds.
    /// It never throws for trouble of its own, since counting must not spoil a download: [#lost()] counts that.
    void count(UsageEvent event);

    /// Takes down that a visit could not even be made an event of; it is among the lost ones.
    void lose(RuntimeException cause);

    /// How many events could not be written down since the start.
    long lost();

    /// The robot list that the numbers are derived under.
    String robotListVersion();

    Totals totals(DatasetId dataset);

    Totals totals(DistributionId distribution);

    /// Of several datasets at once, as a page with many of them asks.
    default Map<DatasetId, Totals> totals(Collection<DatasetId> datasets) {
        var totals = new HashMap<DatasetId, Totals>();
        datasets.forEach(dataset -> totals.put(dataset, totals(dataset)));
        return Map.copyOf(totals);
    }

    /// Of all datasets together.
    Totals catalogue();

    /// The counts of each day of a dataset, both ends included.
    DayCounts days(DatasetId dataset, LocalDate from, LocalDate to);

    /// The counts of each day of a distribution, both ends included.
    DayCounts days(DistributionId distribution, LocalDate from, LocalDate to);

    /// The counts of each day of all datasets together, both ends included.
    DayCounts catalogueDays(LocalDate from, LocalDate to);

    /// The most viewed or downloaded datasets since a day, at most `n`, the highest first, equal ones by identifier.
    /// It reads all datasets: callers that are asked often keep the answer for a while.
    List<DatasetTotal> top(Kind kind, int n, LocalDate since);

    /// Hands out the totals of every dataset that ever had an event, in no order.
    void forEachTotal(BiConsumer<DatasetId, Totals> action);

    /// The counts of agencies and themes.
    GroupCounts groups();

    /// What others counted before us.
    CarriedTotals carriedOver();

    /// Derives every number anew from all events under another robot list; counting goes on meanwhile.
    void recompute(RobotList robots);

    @Override
    void close();
}
