package tw.touchstone.quality;

import java.util.Locale;

/// Metrics that come from one source and are read together.
public enum Family {
    /// The national guideline's indicators, and what the label asks beside them.
    LABEL,
    /// How ready the data is for machine learning.
    AI_READY,
    /// The metadata quality assessment of data.europa.eu.
    MQA,
    /// The five stars of open data.
    STARS;

    /// The permanent name in data, for example `ai-ready`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
