package tw.touchstone.catalog.publishing;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;

/// Gives the distributions of a new state of a dataset the numbers they had before.
///
/// Links, counts and histories hang on the number, so a distribution is recognised by its address, else by its
/// description and format, never by its position; what is not recognised gets a number that was never used.
public final class Numbering {

    private Numbering() {}

    /// The new state with distributions renumbered after the earlier one.
    ///
    /// @param highest the highest number the dataset ever used; at least the highest of the earlier state
    public static Dataset follow(Dataset earlier, Dataset later, int highest) {
        return follow(earlier, later, highest, false);
    }

    /// As [#follow], for a person's revision: a distribution that is not recognised, and states a number that one of the
    /// earlier state had, is that one, edited.
    public static Dataset revise(Dataset earlier, Dataset later, int highest) {
        return follow(earlier, later, highest, true);
    }

    private static Dataset follow(Dataset earlier, Dataset later, int highest, boolean byStatedNumber) {
        var free = new ArrayList<>(earlier.distributions());
        var numbered = new ArrayList<Optional<Distribution>>();
        later.distributions().forEach(each -> numbered.add(Optional.empty()));
        match(later.distributions(), numbered, free, Numbering::sameAddress);
        match(later.distributions(), numbered, free, Numbering::sameDescription);
        if (byStatedNumber) {
            match(later.distributions(), numbered, free, (one, other) ->
                    one.id().number() == other.id().number());
        }

        int next = highest;
        var result = new ArrayList<Distribution>();
        for (int i = 0; i < numbered.size(); i++) {
            var match = numbered.get(i);
            result.add(
                    match.isPresent()
                            ? match.get()
                            : later.distributions()
                                    .get(i)
                                    .with()
                                    .id(new DistributionId(earlier.id(), ++next))
                                    .build());
        }
        return later.with().id(earlier.id()).distributions(result).build();
    }

    /// The highest number among a dataset's distributions; zero where it has none.
    public static int highest(Dataset dataset) {
        return dataset.distributions().stream()
                .mapToInt(each -> each.id().number())
                .max()
                .orElse(0);
    }

    private static void match(
            List<Distribution> wanted,
            List<Optional<Distribution>> numbered,
            List<Distribution> free,
            BiPredicate<Distribution, Distribution> same) {
        Set<DistributionId> taken = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (numbered.get(i).isPresent()) {
                continue;
            }
            var distribution = wanted.get(i);
            var earlier = free.stream()
                    .filter(candidate -> !taken.contains(candidate.id()) && same.test(candidate, distribution))
                    .findFirst();
            if (earlier.isPresent()) {
                taken.add(earlier.get().id());
                numbered.set(
                        i,
                        Optional.of(distribution.with().id(earlier.get().id()).build()));
            }
        }
        free.removeIf(each -> taken.contains(each.id()));
    }

    private static boolean sameAddress(Distribution earlier, Distribution later) {
        Optional<URI> address = later.url();
        return address.isPresent() && address.equals(earlier.url());
    }

    private static boolean sameDescription(Distribution earlier, Distribution later) {
        boolean described = !later.description().isEmpty() || !later.title().isEmpty();
        return described
                && later.title().equals(earlier.title())
                && later.description().equals(earlier.description())
                && later.format().equals(earlier.format());
    }
}
