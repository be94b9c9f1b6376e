package tw.touchstone.quality.rules.label;

import java.util.stream.Stream;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.rules.reading.Columns;
import tw.touchstone.quality.rules.reading.Texts;

/// Dates are counted from the founding of the republic, which programs elsewhere take for other years.
final class RocDates implements ContentRisk {

    @Override
    public RiskCode code() {
        return RiskCode.ROC_DATES;
    }

    @Override
    public Stream<Sight> find(Question question, ByteFacts bytes) {
        return Columns.of(bytes).all().stream()
                .filter(column -> Stream.of(
                                ValueForm.ROC_DATE, ValueForm.ROC_COMPACT_DATE, ValueForm.ROC_WORDED_DATE)
                        .anyMatch(form -> column.profile().count(form) > 0))
                .map(column -> Sight.at(
                        column.place(),
                        "欄位「%s」使用民國日期".formatted(Texts.shortened(column.profile().name())),
                        "column %s has dates of the republic".formatted(Texts.shortened(column.profile().name()))));
    }
}
