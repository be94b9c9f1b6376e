package tw.touchstone.quality.rules.label;

import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Risk;
import tw.touchstone.quality.RiskCode;
import tw.touchstone.quality.RiskRule;
import tw.touchstone.quality.TimeSpan;

/// A risk that lies in the bytes, whatever the time.
interface ContentRisk extends RiskRule {

    /// How many places of one kind are told of a distribution.
    int MOST = 3;

    RiskCode code();

    Stream<Sight> find(Question question, ByteFacts bytes);

    /// What was found, and where.
    record Sight(LangText text, Optional<Place> place) {
        static Sight at(Place place, String zh, String en) {
            return new Sight(LangText.of(zh, en), Optional.of(place));
        }
    }

    @Override
    default Seen look(Question question) {
        var id = Optional.of(question.distribution().id());
        var risks = question.facts().bytes().stream()
                .flatMap(bytes -> find(question, bytes))
                .limit(MOST)
                .map(sight -> new Risk(code(), id, sight.text(), sight.place()))
                .toList();
        return new Seen(risks, TimeSpan.UNBOUNDED);
    }
}
