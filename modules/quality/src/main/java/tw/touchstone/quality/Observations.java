package tw.touchstone.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.LinkStanding;

/// What a catalogue knows of a dataset besides its metadata and its bytes: what only the network, other datasets and time
/// could tell. Whoever has all three comes to the same scorecard without the network.
///
/// @param own           what is known of it as a whole
/// @param distributions what was observed of them, in the order of their numbers; those without are left out
public record Observations(DatasetId dataset, DatasetFacts own, List<Observed> distributions) {

    public Observations {
        distributions = List.copyOf(distributions);
    }

    /// What was observed of one distribution.
    ///
    /// @param link    how its address stands
    /// @param changed when its bytes last became others
    public record Observed(DistributionId distribution, Optional<LinkStanding> link, Optional<Instant> changed) {}

    /// Nothing was observed.
    public static Observations none(DatasetId dataset) {
        return new Observations(dataset, DatasetFacts.NONE, List.of());
    }

    /// What was observed of a subject.
    public static Observations of(Subject subject) {
        return new Observations(
                subject.dataset().id(),
                subject.own(),
                subject.dataset().distributions().stream()
                        .map(each -> new Observed(
                                each.id(),
                                subject.factsOf(each.id()).link(),
                                subject.factsOf(each.id()).changed()))
                        .filter(each -> each.link().isPresent() || each.changed().isPresent())
                        .sorted((one, other) -> one.distribution().compareTo(other.distribution()))
                        .toList());
    }

    /// What was observed of a distribution.
    public Optional<Observed> of(DistributionId distribution) {
        return distributions.stream().filter(each -> each.distribution().equals(distribution)).findFirst();
    }
}
