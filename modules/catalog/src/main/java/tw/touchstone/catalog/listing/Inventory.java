package tw.touchstone.catalog.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tw.touchstone.model.DatasetId;

/// The catalogue at one change number: every dataset that is or was, in the order of identifiers. Immutable.
///
/// Whoever walks through it says where he stopped by an identifier, not by a count. So what is there from the first step to
/// the last is met exactly once, whatever is registered or withdrawn meanwhile.
///
/// @param number  of the last change that is in it
/// @param changed when the last of these changes was made; the epoch where there was none
public record Inventory(List<Listed> all, long number, Instant changed) {

    public Inventory {
        all = List.copyOf(all);
    }

    /// One step of a walk.
    ///
    /// @param more whether there is a next step
    public record Part(List<Listed> items, boolean more) {}

    /// The datasets after an identifier, at most so many.
    public Part after(Optional<DatasetId> last, int size, Predicate<Listed> wanted) {
        var found = all.subList(last.map(this::place).orElse(0), all.size()).stream()
                .filter(wanted)
                .limit(size + 1L)
                .toList();
        return new Part(found.subList(0, Math.min(size, found.size())), found.size() > size);
    }

    public long count(Predicate<Listed> wanted) {
        return all.stream().filter(wanted).count();
    }

    /// The last of the first so many, to go on [#after] it; empty where there are not so many, or none are skipped.
    public Optional<DatasetId> skipping(long many, Predicate<Listed> wanted) {
        return many == 0
                ? Optional.empty()
                : all.stream().filter(wanted).skip(many - 1).map(Listed::id).findFirst();
    }

    /// The dataset of an identifier, withdrawn or not.
    public Optional<Listed> of(DatasetId id) {
        int place = place(id);
        return place > 0 && all.get(place - 1).id().equals(id) ? Optional.of(all.get(place - 1)) : Optional.empty();
    }

    /// How many identifiers are not after this one.
    private int place(DatasetId id) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Comparator.<DatasetId>naturalOrder().compare(all.get(middle).id(), id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
