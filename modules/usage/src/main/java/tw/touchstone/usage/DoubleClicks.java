package tw.touchstone.usage;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// Recognises double-clicks: the same visitor, kind and target at most thirty seconds after the time before.
///
/// The time before is that of the last click, counted or not, so a long burst counts once (COUNTER Release 5, 7.2).
/// Two generations of at most thirty seconds hold everything that can still matter. The answers depend on the order
/// in the log alone, also when the clock jumps. Not thread-safe.
final class DoubleClicks {

    static final Duration WINDOW = Duration.ofSeconds(30);

    private static final long MILLIS = WINDOW.toMillis();

    private Map<Click, Long> recent = new HashMap<>();
    private Map<Click, Long> older = new HashMap<>();
    private boolean empty = true;
    private long began;
    private LogPosition recentFrom;
    private LogPosition olderFrom;

    /// @param from where reading the log begins
    DoubleClicks(LogPosition from) {
        recentFrom = from;
        olderFrom = from;
    }

    private record Click(Kind kind, DatasetId dataset, Optional<DistributionId> distribution, String visitorKey) {}

    /// Notes the event.
    ///
    /// @param start where the event begins in the log
    /// @return whether it repeats one before it
    boolean isRepeat(UsageEvent event, LogPosition start) {
        long at = event.at().toEpochMilli();
        turn(at, start);
        if (event.visitorKey().equals(VisitorKeys.NONE)) {
            return false;
        }
        var click = new Click(event.kind(), event.dataset(), event.distribution(), event.visitorKey());
        Long before = recent.put(click, at);
        if (before == null) {
            before = older.get(click);
        }
        return before != null && Math.abs(at - before) <= MILLIS;
    }

    private void turn(long at, LogPosition start) {
        boolean afresh = empty || at < began - MILLIS;
        if (!afresh && at < began + MILLIS) {
            return;
        }
        empty = false;
        older = afresh ? new HashMap<>() : recent;
        olderFrom = afresh ? start : recentFrom;
        recent = new HashMap<>();
        recentFrom = start;
        began = at;
    }

    /// Where reading the log has to begin to come to the same state.
    LogPosition from() {
        return olderFrom;
    }
}
