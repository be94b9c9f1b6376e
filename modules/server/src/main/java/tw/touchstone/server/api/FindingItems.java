package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.catalog.mending.Offer;
import tw.touchstone.model.DistributionId;
import tw.touchstone.quality.DimensionScore;
import tw.touchstone.quality.Gap;
import tw.touchstone.quality.Measurement;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.NextStep;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Scorecard;

/// Tells every check that failed or could not be measured, once, whatever policies ask for it: what was seen, how to mend
/// it, what it would bring, and the fixes that are for it.
public record FindingItems(CheckItems checks) {

    /// A check that does not hold.
    ///
    /// @param distribution empty where it is the dataset's as a whole
    /// @param gains        what it would bring, policy by policy
    /// @param fixes        identifiers of the fixes that are for it
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FindingItem(
            Optional<String> distribution, CheckItems.CheckItem check, List<GainItem> gains, List<String> fixes) {}

    /// What a check would bring under one policy.
    ///
    /// @param next   the award that waits for it
    /// @param points that it would bring, in policies that give points
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record GainItem(String policy, String next, Optional<BigDecimal> points) {}

    /// A check of a distribution, or of the dataset as a whole.
    private record Checked(Optional<DistributionId> distribution, Metric metric) {

        boolean is(Gap gap) {
            return gap.metric() == metric && gap.distribution().equals(distribution);
        }

        boolean isMendedBy(Offer offer) {
            var mended = offer.fix().distribution();
            return offer.ground().metric().equals(Optional.of(metric))
                    && (mended.isEmpty() || mended.equals(distribution));
        }
    }

    /// What does not hold under any of these.
    ///
    /// @param offers the fixes that can be had
    public List<FindingItem> of(List<Scorecard> cards, List<Offer> offers) {
        var found = new LinkedHashMap<Checked, Measurement>();
        for (var card : cards) {
            collect(Optional.empty(), card.dimensions(), found);
            card.distributions()
                    .forEach(score -> collect(Optional.of(score.distribution()), score.dimensions(), found));
        }
        return found.entrySet().stream()
                .map(each -> new FindingItem(
                        each.getKey().distribution().map(DistributionId::toString),
                        checks.item(each.getValue()),
                        cards.stream().flatMap(card -> gain(card, each.getKey())).toList(),
                        offers.stream()
                                .filter(each.getKey()::isMendedBy)
                                .map(offer -> offer.id().toString())
                                .toList()))
                .toList();
    }

    private static void collect(
            Optional<DistributionId> distribution,
            List<DimensionScore> dimensions,
            Map<Checked, Measurement> into) {
        dimensions.stream()
                .flatMap(dimension -> dimension.measurements().stream())
                .filter(FindingItems::tells)
                .forEach(measured -> into.putIfAbsent(new Checked(distribution, measured.metric()), measured));
    }

    /// What waits for another check to hold says nothing of its own.
    private static boolean tells(Measurement measured) {
        return measured.outcome().isOpen() || measured.outcome() instanceof Outcome.Failed;
    }

    private static Stream<GainItem> gain(Scorecard card, Checked checked) {
        return card.nextStep().stream()
                .flatMap(step -> step.missing().stream()
                        .filter(checked::is)
                        .map(gap -> gain(card, step, gap)));
    }

    private static GainItem gain(Scorecard card, NextStep step, Gap gap) {
        return new GainItem(card.policy().id(), step.award(), gap.gain().map(Points::decimal));
    }
}
