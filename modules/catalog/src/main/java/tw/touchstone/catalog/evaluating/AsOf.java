package tw.touchstone.catalog.evaluating;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// The time that somebody asks about.
public final class AsOf {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private AsOf() {}

    /// An instant such as `2026-01-31T09:00:00+08:00`, or a day, which means its end in Taipei; empty for anything else.
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.length() == "2026-01-31".length()
                            ? LocalDate.parse(text).plusDays(1).atStartOfDay(TAIPEI).toInstant().minusNanos(1)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
