package tw.touchstone.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the outcomes of several distributions become the dataset's.
public enum Fold {
    /// Every distribution must pass: the intersection rule of the national guideline.
    ALL,
    /// The distribution with most points stands for all: several forms of the same content need not all be good.
    BEST,
    /// The worst of those offered as the data stands for all; documentation beside the data is left out.
    WORST;

    /// The permanent name in policy files.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The fold with this [#code()].
    public static Optional<Fold> ofCode(String code) {
        return Arrays.stream(values()).filter(fold -> fold.code().equals(code)).findFirst();
    }
}
