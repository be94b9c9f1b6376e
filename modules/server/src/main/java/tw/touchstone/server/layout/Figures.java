package tw.touchstone.server.layout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How days and sizes are written on pages.
public final class Figures {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(TAIPEI);

    private Figures() {}

    /// The day in Taipei, `2026-01-31`; empty for the beginning of time, which stands for an unknown one.
    public static String day(Instant instant) {
        return instant.equals(Instant.EPOCH)
                ? ""
                : LocalDate.ofInstant(instant, TAIPEI).toString();
    }

    /// Day and minute in Taipei.
    public static String minute(Instant instant) {
        return MINUTE.format(instant.truncatedTo(ChronoUnit.MINUTES));
    }

    /// A size in the largest unit that leaves at least one, for example `1.4 MB`; units count by 1,000.
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double left = bytes;
        var units = "kMGT";
        int unit = -1;
        while (left >= 999.5 && unit < units.length() - 1) {
            left /= 1_000;
            unit++;
        }
        var form = left < 9.95 ? "%.1f %sB" : "%.0f %sB";
        return form.formatted(left, units.charAt(unit));
    }

    /// A whole number with separators, `36,661`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
