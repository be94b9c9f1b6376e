package tw.touchstone.model;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How often a publisher promises new data. (更新頻率, `dct:accrualPeriodicity`)
///
/// The national list is 每N分/時/日/月/年 with 不定期更新 and 不更新; every member has a [#code()] that survives storage.
public sealed interface Frequency {

    /// Every so many minutes, hours, days, months or years.
    record Every(int count, ChronoUnit unit) implements Frequency {

        /// @throws IllegalArgumentException if the count is below one or the unit is not one of the five
        public Every {
            if (count < 1) {
                throw new IllegalArgumentException("an update interval is at least one " + unit);
            }
            letter(unit);
        }

        /// The nominal length: a month counts 30 days and a year 365.
        public Duration interval() {
            return switch (unit) {
                case MONTHS -> Duration.ofDays(30L * count);
                case YEARS -> Duration.ofDays(365L * count);
                default -> unit.getDuration().multipliedBy(count);
            };
        }

        @Override
        public String code() {
            boolean timeOfDay = unit == ChronoUnit.MINUTES || unit == ChronoUnit.HOURS;
            return (timeOfDay ? "PT" : "P") + count + letter(unit);
        }

        private static char letter(ChronoUnit unit) {
            return switch (unit) {
                case MINUTES, MONTHS -> 'M';
                case HOURS -> 'H';
                case DAYS -> 'D';
                case YEARS -> 'Y';
                default -> throw new IllegalArgumentException("no update interval is counted in " + unit);
            };
        }
    }

    /// 不定期更新: updated, but without a promise.
    record Irregular() implements Frequency {
        @Override
        public String code() {
            return "irregular";
        }
    }

    /// 不更新: finished data.
    record Never() implements Frequency {
        @Override
        public String code() {
            return "never";
        }
    }

    /// An ISO 8601 duration with one part (`PT10M`, `P1D`), or `irregular`, or `never`.
    String code();

    /// Reads a [#code()]; empty where the text is none.
    static Optional<Frequency> parse(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "irregular" -> Optional.of(new Irregular());
            case "never" -> Optional.of(new Never());
            default -> parseEvery(code);
        };
    }

    private static Optional<Frequency> parseEvery(String code) {
        var match = Codes.EVERY.matcher(code);
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean timeOfDay = match.group(1) != null;
        var unit =
                switch (match.group(3).charAt(0)) {
                    case 'M' -> timeOfDay ? ChronoUnit.MINUTES : ChronoUnit.MONTHS;
                    case 'H' -> ChronoUnit.HOURS;
                    case 'D' -> ChronoUnit.DAYS;
                    default -> ChronoUnit.YEARS;
                };
        boolean fits = timeOfDay == (unit == ChronoUnit.MINUTES || unit == ChronoUnit.HOURS);
        return fits ? Optional.of(new Every(Integer.parseInt(match.group(2)), unit)) : Optional.empty();
    }

    /// Holds the pattern of [Every] codes, since an interface has no private fields.
    final class Codes {
        private static final Pattern EVERY = Pattern.compile("P(T)?([1-9][0-9]{0,3})([MHDY])");

        private Codes() {}
    }
}
