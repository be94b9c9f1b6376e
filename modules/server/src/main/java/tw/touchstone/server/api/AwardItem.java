package tw.touchstone.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Gap;
import tw.touchstone.quality.NextStep;
import tw.touchstone.quality.PointTotal;
import tw.touchstone.quality.Points;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.Scorecard;

/// What a dataset would hold under one policy, and the way to the next award.
///
/// @param award  code of the label or grade
/// @param points earned, possible and not measured yet, in policies that give points
/// @param score  what the bands of such a policy compare
/// @param atMost the best it may still be, where something open may make it better
/// @param next   the next award up; absent on the highest
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwardItem(
        String policy,
        String award,
        Map<String, String> title,
        Optional<TotalItem> points,
        Optional<BigDecimal> score,
        Optional<String> atMost,
        Optional<NextItem> next) {

    /// A total of points.
    public record TotalItem(BigDecimal earned, BigDecimal possible, BigDecimal open) {
        static TotalItem of(PointTotal total) {
            return new TotalItem(
                    total.earned().decimal(), total.possible().decimal(), total.open().decimal());
        }
    }

    /// What the next award still lacks.
    ///
    /// @param distance by how much the score falls short, in policies that give points
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NextItem(String award, Map<String, String> title, Optional<BigDecimal> distance, List<GapItem> missing) {}

    /// One check that does not hold yet.
    ///
    /// @param gain the points it would bring, in policies that give points
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record GapItem(Optional<String> distribution, String metric, Optional<BigDecimal> gain) {
        static GapItem of(Gap gap) {
            return new GapItem(
                    gap.distribution().map(DistributionId::toString),
                    gap.metric().id(),
                    gap.gain().map(Points::decimal));
        }
    }

    public static AwardItem of(Policy policy, Scorecard card) {
        return new AwardItem(
                policy.id(),
                card.award(),
                title(policy, card.award()),
                card.points().map(TotalItem::of),
                card.score().map(Points::decimal),
                card.atMost(),
                card.nextStep().map(step -> next(policy, step)));
    }

    private static NextItem next(Policy policy, NextStep step) {
        return new NextItem(
                step.award(),
                title(policy, step.award()),
                step.distance().map(Points::decimal),
                step.missing().stream().map(GapItem::of).toList());
    }

    private static Map<String, String> title(Policy policy, String award) {
        return policy.title(award)
                .or(() -> Label.ofCode(award).map(Label::displayName))
                .orElse(LangText.NONE)
                .byLanguage();
    }
}
