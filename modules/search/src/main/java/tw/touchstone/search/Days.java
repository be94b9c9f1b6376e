package tw.touchstone.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Days in Taipei as the moments of the index.
final class Days {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    /// Days beyond these do not fit into milliseconds, and no dataset is that old or young.
    private static final LocalDate FIRST = LocalDate.of(-9999, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Days() {}

    /// The first moment from a day on.
    static long start(Optional<LocalDate> day) {
        return day.map(Days::moment).orElse(Long.MIN_VALUE);
    }

    /// The last moment up to a day, which is included.
    static long end(Optional<LocalDate> day) {
        return day.map(last -> moment(last.isBefore(LAST) ? last.plusDays(1) : LAST) - 1)
                .orElse(Long.MAX_VALUE);
    }

    private static long moment(LocalDate day) {
        var counted = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
        return counted.atStartOfDay(TAIPEI).toInstant().toEpochMilli();
    }
}
