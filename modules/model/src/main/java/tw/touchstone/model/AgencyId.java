package tw.touchstone.model;

import java.util.regex.Pattern;

/// The slug of an [Agency], part of its IRI: lower-case letters, digits and `-`, at most 64 characters.
public record AgencyId(String value) implements Comparable<AgencyId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /// @throws IllegalArgumentException if the value is not of the form above
    public AgencyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an agency slug has 1 to 64 lower-case letters, digits or '-'");
        }
    }

    /// Whether the text may serve as an agency slug.
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
