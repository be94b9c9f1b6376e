package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.touchstone.catalog.mending.Fix;
import tw.touchstone.catalog.mending.FixId;
import tw.touchstone.catalog.mending.Forecast;
import tw.touchstone.catalog.mending.Ground;
import tw.touchstone.catalog.mending.Offer;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.RiskCode;

/// A fix that a dataset can have.
///
/// @param distribution whom it mends or is copied from; absent where it mends the dataset as a whole
/// @param effect       what it changes, and what it leaves alone
/// @param metric       the check that fails without it
/// @param risk         what may cost the label without it
/// @param forecast     what it would do under each policy; absent where that is told only on looking at the fix
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FixItem(
        String id,
        String kind,
        Map<String, String> title,
        Map<String, String> effect,
        Optional<String> distribution,
        Optional<String> metric,
        Optional<String> risk,
        Map<String, String> seen,
        Map<String, String> expected,
        List<Place> places,
        List<ForecastItem> forecast) {

    /// What a fix would do under one policy.
    record ForecastItem(AwardItem before, AwardItem after) {}

    static FixItem of(Offer offer) {
        return of(
                offer.id(),
                offer.fix(),
                offer.ground(),
                offer.forecast().map(FixItem::forecast).orElse(List.of()));
    }

    static FixItem of(FixId id, Fix fix, Ground ground, List<ForecastItem> forecast) {
        return new FixItem(
                id.toString(),
                fix.kind().code(),
                fix.kind().title().byLanguage(),
                fix.kind().effect().byLanguage(),
                fix.distribution().map(DistributionId::toString),
                ground.metric().map(Metric::id),
                ground.risk().map(RiskCode::id),
                ground.seen().byLanguage(),
                ground.expected().byLanguage(),
                ground.places(),
                forecast);
    }

    static List<ForecastItem> forecast(Forecast forecast) {
        return IntStream.range(0, forecast.policies().size())
                .mapToObj(at -> new ForecastItem(
                        AwardItem.of(forecast.policies().get(at), forecast.before().get(at)),
                        AwardItem.of(forecast.policies().get(at), forecast.after().get(at))))
                .toList();
    }
}
