package tw.touchstone.model.fact;

import java.util.List;

/// A form that values of a column take.
///
/// @param count   how many values take it
/// @param samples the first [Anomaly#SAMPLES] places, kept for personal data only, masked
public record FormCount(ValueForm form, long count, List<Place> samples) {

    public FormCount {
        samples = List.copyOf(samples);
    }

    /// A form without places.
    public FormCount(ValueForm form, long count) {
        this(form, count, List.of());
    }
}
