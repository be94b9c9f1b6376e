package tw.touchstone.catalog.following;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import tw.touchstone.model.Dataset;

/// Hands datasets just committed to the follower, which then need not read them back from the store.
///
/// Keyed by the number of the change, so that a dataset is never taken for another state of itself. Whatever is not
/// here (any more) is read from the store. Thread-safe.
public final class Handover {

    private static final int MOST = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Cache<Long, Dataset> byNumber =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /// Offers the dataset that a change published.
    public void offer(long number, Dataset dataset) {
        byNumber.put(number, dataset);
    }

    /// The dataset as the change with this number left it, where it is still here.
    public Optional<Dataset> dataset(long number) {
        return Optional.ofNullable(byNumber.getIfPresent(number));
    }

    /// Lets go of what every step has seen.
    public void forget(long number) {
        byNumber.invalidate(number);
    }
}
