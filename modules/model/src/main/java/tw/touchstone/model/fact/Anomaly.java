package tw.touchstone.model.fact;

import java.util.List;

/// Something odd in a file, counted, with the first places where it stands.
///
/// @param count   how often it was found, at least once
/// @param samples the first [#SAMPLES] places
public record Anomaly(AnomalyCode code, long count, List<Place> samples) {

    /// How many places are kept.
    public static final int SAMPLES = 5;

    public Anomaly {
        samples = List.copyOf(samples);
    }
}
