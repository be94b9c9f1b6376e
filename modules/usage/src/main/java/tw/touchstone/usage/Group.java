package tw.touchstone.usage;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What datasets are summed up by besides the whole catalogue: the agency that answers for them, or a theme.
///
/// @param code the slug of the agency, the notation of the theme
public record Group(Sort sort, String code) implements Comparable<Group> {

    /// What kind of group.
    public enum Sort {
        AGENCY,
        THEME
    }

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::sort).thenComparing(Group::code);

    /// @throws IllegalArgumentException if the code is not of a form that both slugs and notations have
    public Group {
        if (!isValid(code)) {
            throw new IllegalArgumentException("a group has a code of 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    /// Whether the text may serve as the code of a group.
    public static boolean isValid(String code) {
        return CODE.matcher(code).matches();
    }

    static Optional<Group> parse(String text) {
        int colon = text.indexOf(':');
        String code = text.substring(colon + 1);
        if (!isValid(code)) {
            return Optional.empty();
        }
        return switch (text.substring(0, colon + 1)) {
            case "agency:" -> Optional.of(new Group(Sort.AGENCY, code));
            case "theme:" -> Optional.of(new Group(Sort.THEME, code));
            default -> Optional.empty();
        };
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return sort.name().toLowerCase(Locale.ROOT) + ":" + code;
    }
}
