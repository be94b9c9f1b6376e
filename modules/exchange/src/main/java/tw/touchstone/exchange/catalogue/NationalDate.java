package tw.touchstone.exchange.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as the exports write them: `2018/03/05 15:49`, `2018-07-06 22:28:04`, `2015/08/12`; in Taiwan's time.
final class NationalDate {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Pattern FORM = Pattern.compile("([12][0-9]{3})([/-])([0-9]{1,2})\\2([0-9]{1,2})"
            + "(?:[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,9})?)?)?");

    private NationalDate() {}

    /// The instant; a date alone is its beginning.
    static Optional<Instant> instant(String text) {
        var local = read(text);
        if (local.isPresent()) {
            return local.map(time -> time.atZone(TAIPEI).toInstant());
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /// The day, whatever the time of day.
    static Optional<LocalDate> day(String text) {
        return read(text).map(LocalDateTime::toLocalDate);
    }

    private static Optional<LocalDateTime> read(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)));
            var time = match.group(5) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            Integer.parseInt(match.group(5)),
                            Integer.parseInt(match.group(6)),
                            match.group(7) == null ? 0 : Integer.parseInt(match.group(7)));
            return Optional.of(day.atTime(time));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
