package tw.touchstone.quality.rules.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;

/// Days and intervals as people say them, by the clock of Taiwan.
public final class Words {

    /// Taiwan has kept no summer time since 1979, and an offset depends on no table that could be updated.
    private static final ZoneOffset TAIWAN = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Words() {}

    /// The day in Taiwan.
    public static LocalDate day(Instant instant) {
        return local(instant).toLocalDate();
    }

    /// The instant at which a day begins in Taiwan.
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay().toInstant(TAIWAN);
    }

    /// The wall clock in Taiwan.
    public static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, TAIWAN);
    }

    /// For example `2026 年 11 月 21 日`.
    public static LangText of(LocalDate day) {
        var zh = "%d 年 %d 月 %d 日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return LangText.of(zh, ENGLISH.format(day));
    }

    /// The day in Taiwan; with the time of day where it is not the day's beginning and matters.
    public static LangText of(Instant instant, boolean timeMatters) {
        var local = local(instant);
        var day = of(local.toLocalDate());
        return timeMatters ? Texts.around("", "", day, " " + TIME.format(local), " " + TIME.format(local)) : day;
    }

    /// For example `每 10 分鐘`, `every 10 minutes`.
    public static LangText of(Frequency.Every every) {
        var zh =
                switch (every.unit()) {
                    case MINUTES -> "分鐘";
                    case HOURS -> "小時";
                    case DAYS -> "日";
                    case MONTHS -> "個月";
                    default -> "年";
                };
        var en = every.unit().toString().toLowerCase(Locale.ROOT);
        return every.count() == 1
                ? LangText.of("每 1 " + zh, "every " + en.substring(0, en.length() - 1))
                : LangText.of("每 " + every.count() + " " + zh, "every " + every.count() + " " + en);
    }

    /// Whether an interval is so short that the time of day matters.
    public static boolean isShort(Frequency.Every every) {
        return every.unit() == ChronoUnit.MINUTES || every.unit() == ChronoUnit.HOURS;
    }
}
