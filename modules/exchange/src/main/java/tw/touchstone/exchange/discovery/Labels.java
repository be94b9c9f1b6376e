package tw.touchstone.exchange.discovery;

import java.net.URI;
import java.util.Optional;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;

/// What agencies and themes are called.
public interface Labels {

    LangText agency(AgencyId id);

    /// Empty for a theme that no list of ours has.
    Optional<LangText> theme(URI theme);
}
