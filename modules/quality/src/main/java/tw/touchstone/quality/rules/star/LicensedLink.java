package tw.touchstone.quality.rules.star;

import java.net.URI;
import java.util.Optional;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.TimeBound;
import tw.touchstone.quality.TimeSpan;
import tw.touchstone.quality.rules.reading.StandingLink;

/// A licence, and the link to what it is given for.
///
/// @param licence as declared; empty where none is
/// @param open    whether the list says that it is open
/// @param link    not looked at where the licence is not open
record LicensedLink(Optional<URI> licence, boolean open, Optional<StandingLink> link) implements TimeBound {

    /// Nothing is known only where the licence is open and the link was not observed.
    static Optional<LicensedLink> of(Question question) {
        var licence = question.distribution().licence();
        boolean open = licence.filter(question.reference().terms()::isOpenLicence).isPresent();
        return open
                ? StandingLink.of(question).map(link -> new LicensedLink(licence, true, Optional.of(link)))
                : Optional.of(new LicensedLink(licence, false, Optional.empty()));
    }

    @Override
    public TimeSpan span() {
        return link.map(StandingLink::span).orElse(TimeSpan.UNBOUNDED);
    }
}
