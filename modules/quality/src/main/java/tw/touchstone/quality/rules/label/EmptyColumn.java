package tw.touchstone.quality.rules.label;

import java.util.stream.Stream;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.rules.reading.Columns;
import tw.touchstone.quality.rules.reading.Texts;

/// A column has no value in any row.
final class EmptyColumn implements ContentRisk {

    @Override
    public RiskCode code() {
        return RiskCode.EMPTY_COLUMN;
    }

    @Override
    public Stream<Sight> find(Question question, ByteFacts bytes) {
        return Columns.of(bytes).all().stream()
                .filter(column -> column.rows() > 0 && column.profile().filled() == 0)
                .map(column -> Sight.at(
                        column.place(),
                        "欄位「%s」沒有任何內容".formatted(Texts.shortened(column.profile().name())),
                        "column %s has no value at all".formatted(Texts.shortened(column.profile().name()))));
    }
}
