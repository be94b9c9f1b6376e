package tw.touchstone.catalog.mending;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date counted from the founding of the republic (民國), as government files spell it, in ISO 8601.
///
/// Only for columns that were found to be dates: `1130501` alone may be any number. What is not such a date answers
/// empty and stays as it is.
final class RocDate {

    private static final int FOUNDING = 1911;

    /// Years below this are of the republic. (as the inspector reads them)
    private static final int FIRST_WESTERN_YEAR = 1000;

    private static final String TIME = "(?:[ T]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?)?";

    private static final Pattern WORDED = Pattern.compile("(?:(?:中華)?民國)? ?(?<year>\\d{1,3}|元) ?年"
            + "(?:度|(?: ?(?<month>\\d{1,2}) ?月(?:份|(?: ?(?<day>\\d{1,2}) ?[日號]" + TIME + "))?))?");

    private static final Pattern DIVIDED =
            Pattern.compile("(?<year>\\d{2,3})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})" + TIME);

    private static final Pattern DIVIDED_MONTH = Pattern.compile("(?<year>\\d{3})[-/.](?<month>\\d{2})");

    private static final Pattern COMPACT = Pattern.compile("(?<year>\\d{3}|[3-9]\\d)(?<month>\\d{2})(?<day>\\d{2})");

    private static final Pattern COMPACT_MONTH = Pattern.compile("(?<year>\\d{3})(?<month>\\d{2})");

    private RocDate() {}

    /// The date in ISO 8601, as exact as it was: a day, a day with its time, a month or a year.
    static Optional<String> iso(String cell) {
        var text = cell.strip();
        for (var pattern : new Pattern[] {WORDED, DIVIDED, DIVIDED_MONTH, COMPACT, COMPACT_MONTH}) {
            var match = pattern.matcher(text);
            if (match.matches()) {
                return written(match);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> written(Matcher match) {
        int ofRepublic = match.group("year").equals("元") ? 1 : Integer.parseInt(match.group("year"));
        if (ofRepublic < 1 || ofRepublic >= FIRST_WESTERN_YEAR) {
            return Optional.empty();
        }
        int year = FOUNDING + ofRepublic;
        try {
            var month = group(match, "month").map(Integer::parseInt);
            var day = group(match, "day").map(Integer::parseInt);
            if (month.isEmpty()) {
                return Optional.of(String.valueOf(year));
            }
            if (day.isEmpty()) {
                return Optional.of(YearMonth.of(year, month.get()).toString());
            }
            var date = LocalDate.of(year, month.get(), day.get()).toString();
            return Optional.of(time(match).map(time -> date + "T" + time).orElse(date));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<String> time(Matcher match) {
        return group(match, "hour").map(hour -> {
            int minute = group(match, "minute").map(Integer::parseInt).orElse(0);
            var second = group(match, "second").map(Integer::parseInt);
            var time = LocalTime.of(Integer.parseInt(hour), minute, second.orElse(0));
            return "%02d:%02d".formatted(time.getHour(), time.getMinute())
                    + second.map(":%02d"::formatted).orElse("");
        });
    }

    /// A part that this spelling has and this text says.
    private static Optional<String> group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? Optional.ofNullable(match.group(name)) : Optional.empty();
    }
}
