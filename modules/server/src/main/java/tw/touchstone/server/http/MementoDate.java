package tw.touchstone.server.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// When a version began, as web archives say it. (RFC 7089, section 2.1.1)
public final class MementoDate {

    public static final String HEADER = "Memento-Datetime";

    private MementoDate() {}

    /// Rounded up to the second, so that a client that asks for this time gets what began then.
    public static String of(Instant at) {
        var second = at.truncatedTo(ChronoUnit.SECONDS);
        var full = second.equals(at) ? second : second.plusSeconds(1);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(full.atOffset(ZoneOffset.UTC));
    }
}
