package tw.touchstone.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What brought a dataset about: a survey, a measuring campaign, an extract from a system. (`prov:Activity`)
///
/// @param agent   who carried it out
/// @param started when it began
/// @param ended   when it was over; empty while it goes on
/// @param used    IRIs of the systems, instruments or datasets that were used
public record Activity(Optional<Agent> agent, Optional<Instant> started, Optional<Instant> ended, List<URI> used) {

    /// An activity of which nothing is known.
    public static final Activity NONE = new Activity(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Activity {
        used = used.stream().distinct().toList();
    }

    /// Whether nothing is known.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
