package tw.touchstone.quality.rules.label;

import java.util.stream.Stream;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.rules.reading.Columns;

/// A table of a few columns, one of which holds addresses alone: a list of links where the data should be.
final class ListOfLinks implements ContentRisk {

    @Override
    public RiskCode code() {
        return RiskCode.LIST_OF_LINKS;
    }

    @Override
    public Stream<Sight> find(Question question, ByteFacts bytes) {
        var filled = Columns.of(bytes).all().stream()
                .filter(column -> column.profile().filled() > 0)
                .toList();
        // A name beside each address does not make it data.
        boolean links = !filled.isEmpty()
                && filled.size() <= MOST
                && filled.stream()
                        .anyMatch(column -> column.profile().count(ValueForm.URL) == column.profile().filled());
        return links
                ? Stream.of(Sight.at(
                        filled.getFirst().place(), "內容只有連結，資料可能在別處", "there is little but links; the data may be elsewhere"))
                : Stream.empty();
    }
}
