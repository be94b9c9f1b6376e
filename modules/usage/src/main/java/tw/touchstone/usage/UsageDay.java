package tw.touchstone.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The calendar day that an event counts for, by Taiwan's clocks.
public final class UsageDay {

    /// Asia/Taipei: UTC+8 all year.
    public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private UsageDay() {}

    /// The day of an instant.
    public static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
