package tw.touchstone.vocabulary;

import java.time.temporal.ChronoUnit;
import tw.touchstone.model.Frequency;

/// How the national portal writes an update frequency; [NationalTerms#frequency] reads both forms back.
public final class NationalFrequency {

    private NationalFrequency() {}

    /// As in the export: 每1日, 不定期更新, 不更新.
    public static String text(Frequency frequency) {
        return switch (frequency) {
            case Frequency.Every(int count, ChronoUnit unit) -> "每" + count + unit(unit);
            case Frequency.Irregular _ -> "不定期更新";
            case Frequency.Never _ -> "不更新";
        };
    }

    /// The unit of time of an interval, for example 日.
    ///
    /// @throws IllegalArgumentException if no interval is counted in it
    public static String unit(ChronoUnit unit) {
        return switch (unit) {
            case MINUTES -> "分";
            case HOURS -> "時";
            case DAYS -> "日";
            case MONTHS -> "月";
            case YEARS -> "年";
            default -> throw new IllegalArgumentException("no update interval is counted in " + unit);
        };
    }
}
