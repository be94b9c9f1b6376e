package tw.touchstone.server.ckan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/// Times as Solr writes them: `2026-01-31T08:00:00Z`, a day, `NOW`, `NOW-7DAYS`, `NOW/DAY-1MONTH`. All are of UTC.
final class SolrTime {

    /// Later than anything.
    static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern STEP = Pattern.compile("([+-])([0-9]{1,6})([A-Z]+?)S?(?=[+/-]|$)|/([A-Z]+)");
    private static final int DAY = "2026-01-31".length();

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "YEAR", ChronoUnit.YEARS,
            "MONTH", ChronoUnit.MONTHS,
            "DAY", ChronoUnit.DAYS,
            "DATE", ChronoUnit.DAYS,
            "HOUR", ChronoUnit.HOURS,
            "MINUTE", ChronoUnit.MINUTES,
            "SECOND", ChronoUnit.SECONDS);

    private SolrTime() {}

    /// @throws Refusal where it is none of these
    static Instant read(String text) {
        try {
            if (text.startsWith("NOW")) {
                return moved(text.substring("NOW".length()));
            }
            if (text.length() <= DAY) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:?[0-9]{2}");
            return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
        } catch (DateTimeException | ArithmeticException none) {
            throw notATime(text);
        }
    }

    private static Instant moved(String steps) {
        var time = OffsetDateTime.now(ZoneOffset.UTC);
        var step = STEP.matcher(steps);
        int at = 0;
        while (at < steps.length() && step.find(at) && step.start() == at) {
            at = step.end();
            var unit = UNITS.get(step.group(4) == null ? step.group(3) : step.group(4));
            if (unit == null) {
                throw notATime("NOW" + steps);
            }
            time = step.group(4) != null
                    ? begun(time, unit)
                    : time.plus((step.group(1).equals("-") ? -1 : 1) * Long.parseLong(step.group(2)), unit);
        }
        if (at < steps.length()) {
            throw notATime("NOW" + steps);
        }
        return time.toInstant();
    }

    private static OffsetDateTime begun(OffsetDateTime time, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            default -> time.truncatedTo(unit);
        };
    }

    private static Refusal notATime(String text) {
        return Refusal.query("'" + text.substring(0, Math.min(text.length(), 40))
                + "' is no time such as 2026-01-31T00:00:00Z or NOW-7DAYS");
    }
}
