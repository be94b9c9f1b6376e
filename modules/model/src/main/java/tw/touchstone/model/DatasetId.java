package tw.touchstone.model;

import java.util.regex.Pattern;

/// The identifier of a [Dataset], unique in the catalogue and part of its IRI.
///
/// Datasets of the national portal keep their bare number (`41568`), those of other sources are `{source}-{n}`,
/// and new ones get a time-sorted identifier. Letters, digits, `.`, `_` and `-`; at most 64 characters.
public record DatasetId(String value) implements Comparable<DatasetId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// @throws IllegalArgumentException if the value is not of the form above
    public DatasetId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a dataset identifier has 1 to 64 letters, digits, '.', '_' or '-', and starts with a letter or digit");
        }
    }

    /// Whether the text may serve as a dataset identifier.
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(DatasetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
