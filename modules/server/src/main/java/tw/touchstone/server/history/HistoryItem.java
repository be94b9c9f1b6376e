package tw.touchstone.server.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tw.touchstone.catalog.history.Attribution;
import tw.touchstone.catalog.history.QualityHistory.Moment;
import tw.touchstone.quality.Points;

/// A moment of a history in JSON.
///
/// @param at        from when on
/// @param award     code of the label or grade
/// @param score     in policies of points
/// @param scorecard digest of the document
/// @param causes    why, in the fixed order bytes, metadata, corpus, network, clock, policy; empty for the first moment
record HistoryItem(String at, String award, Optional<BigDecimal> score, String scorecard, List<CauseItem> causes) {

    /// What one cause did.
    ///
    /// @param difference of the score, signed; absent in policies without points
    record CauseItem(String cause, String from, String to, Optional<BigDecimal> difference) {}

    static HistoryItem of(Moment moment) {
        var card = moment.scorecard();
        return new HistoryItem(
                card.evaluatedAt().toString(),
                card.award(),
                card.score().map(Points::decimal),
                card.scorecard().hex(),
                moment.causes().map(HistoryItem::causes).orElse(List.of()));
    }

    static List<CauseItem> causes(Attribution attribution) {
        boolean points = attribution.before().score().isPresent()
                || attribution.after().score().isPresent();
        return attribution.shares().stream()
                .map(share -> new CauseItem(
                        share.cause().code(),
                        share.from().award(),
                        share.to().award(),
                        points ? Optional.of(signed(share.difference())) : Optional.empty()))
                .toList();
    }

    static BigDecimal signed(long tenThousandths) {
        var exact = BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
