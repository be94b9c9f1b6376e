package tw.touchstone.catalog.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// How instants stand in SQL: ISO 8601 in UTC with six decimals, so that text order is time order.
public final class SqlInstant {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private SqlInstant() {}

    /// The text of an instant, cut to microseconds; [Instant#parse] reads it back.
    public static String text(Instant instant) {
        return FORM.format(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
