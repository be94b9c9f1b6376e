package tw.touchstone.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/// The query parameters of a request, read strictly: a misspelt one must not silently change what is found.
public final class Parameters {

    private static final int DAY = "2026-01-31".length();
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Map<String, String[]> values;

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    /// The parameters of a request that may have only these.
    ///
    /// @throws Problem 400 naming a parameter that is none of them
    public static Parameters of(HttpServletRequest request, Set<String> known) {
        return of(decoded(request), known);
    }

    /// Named values that came by another way than a query, read as strictly.
    ///
    /// @throws Problem 400 naming a parameter that is none of them
    public static Parameters of(Map<String, String[]> values, Set<String> known) {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw Problem.badField(
                        name, "there is no parameter " + name + "; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new Parameters(Map.copyOf(values));
    }

    /// The Servlet specification (6.1, section 3.1) throws where a parameter is no percent-encoded UTF-8.
    private static Map<String, String[]> decoded(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "the query is not percent-encoded UTF-8");
        }
    }

    /// Every value of a parameter that may be given again and again.
    public List<String> all(String name) {
        return Arrays.asList(values.getOrDefault(name, new String[0]));
    }

    /// The value of a parameter that may be given once.
    public Optional<String> one(String name) {
        var given = all(name);
        if (given.size() > 1) {
            throw Problem.badField(name, "the parameter " + name + " is given twice");
        }
        return given.stream().findFirst();
    }

    /// A whole number from a least to a greatest one.
    public Optional<Long> number(String name, long least, long greatest) {
        return one(name).map(text -> {
            long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
            if (number < least || number > greatest) {
                throw Problem.badField(name, name + " is a whole number from " + least + " to " + greatest);
            }
            return number;
        });
    }

    /// An instant as `2026-01-31T08:00:00+08:00`, or a day, which begins in UTC. (ISO 8601)
    public Optional<Instant> instant(String name) {
        return one(name).map(text -> {
            try {
                return text.length() <= DAY
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notATime) {
                throw Problem.badField(name, name + " is a time such as 2026-01-31T00:00:00Z, or a day");
            }
        });
    }

    /// A day as `2026-01-31`.
    public Optional<LocalDate> day(String name) {
        return one(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notADay) {
                throw Problem.badField(name, name + " is a day such as 2026-01-31");
            }
        });
    }

    /// One of the constants of an enumeration, in lower case.
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return one(name).map(text -> Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badField(
                        name,
                        name + " is one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                                .toList()))));
    }
}
