package tw.touchstone.quality;

import java.util.Locale;

/// How the outcomes of several distributions become the dataset's.
public enum Fold {
    /// Every distribution must pass: the intersection rule of the national guideline.
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
