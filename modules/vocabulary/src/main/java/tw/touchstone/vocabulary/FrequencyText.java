package tw.touchstone.vocabulary;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Frequency.Every;

/// The pattern 每N單位 in its many spellings; names without a number are labels in `vocab/frequencies.ttl`.
final class FrequencyText {

    private static final int LARGEST_COUNT = 9_999;
    private static final String NUMERALS = "零一二三四五六七八九";

    /// On folded text: every 10 minutes, every 2 weeks, every Monday, with or without 每, 個, 鐘, 更新 and 一次.
    private static final Pattern EVERY = Pattern.compile(
            "每?隔?(\\d{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二兩三四五六七八九半])?個?"
                    + "(分鐘|分|小時|時|日|天|週|周|星期|旬|個?月|季|半年|學期|學年|年度|年)"
                    + "(?:(?<=週|周|星期)[一二三四五六日])?(?:更新)?(?:[1一]次)?(?:更新)?");

    /// The portal's machine interface: `{"regularupdate":"1","Frequency":"10","unittime":"分"}`.
    private static final Pattern MACHINE =
            Pattern.compile("\\{?(?:regularupdate(\\d)[^\\d]*)?frequency(\\d{1,4})unittime(\\p{L}{1,2})\\}?");

    private record Unit(int count, ChronoUnit unit) {}

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("分", new Unit(1, ChronoUnit.MINUTES)),
            Map.entry("分鐘", new Unit(1, ChronoUnit.MINUTES)),
            Map.entry("時", new Unit(1, ChronoUnit.HOURS)),
            Map.entry("小時", new Unit(1, ChronoUnit.HOURS)),
            Map.entry("日", new Unit(1, ChronoUnit.DAYS)),
            Map.entry("天", new Unit(1, ChronoUnit.DAYS)),
            Map.entry("週", new Unit(7, ChronoUnit.DAYS)),
            Map.entry("周", new Unit(7, ChronoUnit.DAYS)),
            Map.entry("星期", new Unit(7, ChronoUnit.DAYS)),
            Map.entry("旬", new Unit(10, ChronoUnit.DAYS)),
            Map.entry("月", new Unit(1, ChronoUnit.MONTHS)),
            Map.entry("個月", new Unit(1, ChronoUnit.MONTHS)),
            Map.entry("季", new Unit(3, ChronoUnit.MONTHS)),
            Map.entry("半年", new Unit(6, ChronoUnit.MONTHS)),
            Map.entry("學期", new Unit(6, ChronoUnit.MONTHS)),
            Map.entry("學年", new Unit(1, ChronoUnit.YEARS)),
            Map.entry("年度", new Unit(1, ChronoUnit.YEARS)),
            Map.entry("年", new Unit(1, ChronoUnit.YEARS)));

    /// Half of a unit, where that is a whole number of a smaller one.
    private static final Map<String, Unit> HALVES = Map.of(
            "年", new Unit(6, ChronoUnit.MONTHS),
            "月", new Unit(15, ChronoUnit.DAYS),
            "個月", new Unit(15, ChronoUnit.DAYS),
            "日", new Unit(12, ChronoUnit.HOURS),
            "天", new Unit(12, ChronoUnit.HOURS),
            "小時", new Unit(30, ChronoUnit.MINUTES));

    private FrequencyText() {}

    static Optional<Frequency> read(String text) {
        var folded = Spelling.fold(text);
        var machine = MACHINE.matcher(folded);
        if (machine.matches()) {
            return "0".equals(machine.group(1))
                    ? Optional.of(new Frequency.Irregular())
                    : every(machine.group(2), machine.group(3));
        }
        var every = EVERY.matcher(folded);
        return every.matches() ? every(every.group(1), every.group(2)) : Optional.empty();
    }

    private static Optional<Frequency> every(String count, String unit) {
        boolean half = "半".equals(count);
        var base = (half ? HALVES : UNITS).get(unit);
        if (base == null) {
            return Optional.empty();
        }
        int number = half || count == null ? 1 : number(count);
        long total = (long) number * base.count;
        return total < 1 || total > LARGEST_COUNT ? Optional.empty() : Optional.of(new Every((int) total, base.unit));
    }

    /// Digits, or Chinese up to 九十九.
    private static int number(String count) {
        if (Character.isDigit(count.charAt(0))) {
            return Integer.parseInt(count);
        }
        var digits = count.replace('兩', '二');
        int ten = digits.indexOf('十');
        if (ten < 0) {
            return NUMERALS.indexOf(digits);
        }
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(digits.substring(0, ten));
        int ones = ten == digits.length() - 1 ? 0 : NUMERALS.indexOf(digits.substring(ten + 1));
        return tens * 10 + ones;
    }
}
