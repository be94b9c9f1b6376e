package tw.touchstone.quality.rules.label;

import java.util.stream.Stream;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.rules.reading.Texts;

/// A column bears the name of a standard field and has one value in all rows: it may have been pasted on.
final class ConstantStandardField implements ContentRisk {

    @Override
    public RiskCode code() {
        return RiskCode.CONSTANT_STANDARD_FIELD;
    }

    @Override
    public Stream<Sight> find(Question question, ByteFacts bytes) {
        return StandardColumns.named(bytes, question.reference().standards()).stream()
                .filter(named -> named.column().rows() > 1)
                .filter(named -> named.column().profile().filled() > 1 && !named.column().varies())
                .map(named -> Sight.at(
                        named.column().place(),
                        "欄位「%s」每一列都是同一個值".formatted(Texts.shortened(named.column().profile().name())),
                        "column %s has one value in all rows"
                                .formatted(Texts.shortened(named.column().profile().name()))));
    }
}
