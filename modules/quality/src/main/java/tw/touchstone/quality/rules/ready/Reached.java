package tw.touchstone.quality.rules.ready;

import java.util.Optional;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.rules.reading.StandingLink;

/// A link and the bytes that came from it; either may not be known yet.
record Reached(Optional<StandingLink> link, Optional<ByteFacts> bytes, Question question) implements TimeBound {

    static Optional<Reached> of(Question question) {
        var reached = new Reached(StandingLink.of(question), question.facts().bytes(), question);
        return reached.link.isEmpty() && reached.bytes.isEmpty() ? Optional.empty() : Optional.of(reached);
    }

    @Override
    public TimeSpan span() {
        return link.map(StandingLink::span).orElse(TimeSpan.UNBOUNDED);
    }
}
