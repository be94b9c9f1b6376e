package tw.touchstone.quality.rules.mqa;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.rules.reading.StandingLink;

/// An address of a distribution, and what was observed of it.
///
/// One address is observed for each distribution: the download address, else the access address.
///
/// @param declared empty where there is none
/// @param link     of the declared address; empty where there is no address to observe
record Address(Optional<URI> declared, Optional<StandingLink> link) implements TimeBound {

    private static final LangText EXPECTED = LangText.of("網址回應 2xx", "an address that answers 2xx");
    private static final LangText NONE = LangText.of("沒有填寫網址", "no address is given");

    /// The access address. Where a distribution declares a download address alone, DCAT asks to repeat it as the access
    /// address, and that is how it is taken.
    static Optional<Address> access(Question question) {
        var distribution = question.distribution();
        return observed(question, distribution.accessUrl().or(distribution::downloadUrl));
    }

    static Optional<Address> download(Question question) {
        return observed(question, question.distribution().downloadUrl());
    }

    private static Optional<Address> observed(Question question, Optional<URI> declared) {
        if (declared.isEmpty()) {
            return Optional.of(new Address(declared, Optional.empty()));
        }
        return StandingLink.of(question)
                .filter(link -> declared.equals(Optional.of(link.standing().url())))
                .map(link -> new Address(declared, Optional.of(link)));
    }

    Outcome outcome() {
        return link.map(each -> each.outcome(EXPECTED))
                .orElseGet(() -> new Failed(new Evidence(0, 1, new Finding(NONE, EXPECTED), List.of())));
    }

    @Override
    public TimeSpan span() {
        return link.map(StandingLink::span).orElse(TimeSpan.UNBOUNDED);
    }
}
