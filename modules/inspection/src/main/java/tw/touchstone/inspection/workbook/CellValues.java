package tw.touchstone.inspection.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import tw.touchstone.inspection.table.CellKind;

/// What the numbers in cells mean: a quantity, a day, a time, as their number format says. (ECMA-376 part 1, 18.8.30)
final class CellValues {

    /// What a number format makes of a number.
    enum Meaning {
        QUANTITY,
        DAY,
        TIME,
        DAY_AND_TIME
    }

    /// A cell's text and kind.
    record Value(String text, CellKind kind) {}

    /// Programs calculate with 15 digits and store the 17 that the machine has.
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS = 86_400;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
    private static final Pattern DAYS = Pattern.compile("[yde年日]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES = Pattern.compile("[hs時时分秒]", Pattern.CASE_INSENSITIVE);

    private CellValues() {}

    /// The meaning of a number format.
    ///
    /// @param id   built-in formats have ids below 164
    /// @param code empty for built-in formats
    static Meaning meaning(int id, String code) {
        // Built-in formats of Chinese (Taiwan): 27 to 36 and 50 to 58, days but for two times.
        if (code.isEmpty() && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return id == 32 || id == 33 ? Meaning.TIME : Meaning.DAY;
        }
        if (code.isEmpty()) {
            return switch (id) {
                case 14, 15, 16, 17 -> Meaning.DAY;
                case 18, 19, 20, 21, 45, 46, 47 -> Meaning.TIME;
                case 22 -> Meaning.DAY_AND_TIME;
                default -> Meaning.QUANTITY;
            };
        }
        var section = code.split(";", 2)[0];
        var plain = QUOTED.matcher(section.replaceAll("(?i)\\[(h+|m+|s+)]", "h")).replaceAll("");
        // The years of the Republic (e) are unknown to the library; to it they are years.
        boolean roc = plain.indexOf('0') < 0 && plain.indexOf('#') < 0 && plain.toLowerCase(Locale.ROOT).contains("e");
        var asked = roc ? section.replace('e', 'y').replace('E', 'y').replace("gg", "").replace("g", "") : section;
        if (!DateUtil.isADateFormat(id, asked)) {
            return Meaning.QUANTITY;
        }
        boolean days = DAYS.matcher(plain).find() || (plain.contains("m") && !TIMES.matcher(plain).find());
        boolean times = TIMES.matcher(plain).find();
        return days && times ? Meaning.DAY_AND_TIME : days ? Meaning.DAY : Meaning.TIME;
    }

    /// A number as its format shows it.
    static Value of(double number, Meaning meaning, boolean from1904) {
        if (meaning == Meaning.QUANTITY || !Double.isFinite(number) || number < 0 || number >= LAST_DAY + 1) {
            return new Value(plain(number), CellKind.NUMBER);
        }
        long seconds = Math.round(number * SECONDS);
        long day = seconds / SECONDS;
        long second = seconds % SECONDS;
        var time = LocalTime.ofSecondOfDay(second);
        if (meaning == Meaning.TIME) {
            return new Value(clock(time), CellKind.UNSTATED);
        }
        var date = date(day, from1904).toString();
        return meaning == Meaning.DAY && second == 0
                ? new Value(date, CellKind.DATE)
                : new Value(date + "T" + clock(time), CellKind.DATE_TIME);
    }

    /// Days before March 1900 are one off: the programs know a 29 February 1900.
    private static LocalDate date(long day, boolean from1904) {
        return from1904 ? EPOCH_1904.plusDays(day) : EPOCH_1900.plusDays(day < 60 ? day + 1 : day);
    }

    private static String clock(LocalTime time) {
        return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    /// A number in plain decimal notation, as far as it has meaningful digits.
    static String plain(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        var rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 40 ? Double.toString(number) : rounded.toPlainString();
    }

    /// A number's text as stored, made plain where it has to be.
    static String plain(String stored) {
        boolean simple = stored.length() <= 15;
        for (int i = 0; i < stored.length() && simple; i++) {
            char c = stored.charAt(i);
            simple = (c >= '0' && c <= '9') || c == '.' || (c == '-' && i == 0);
        }
        if (simple) {
            return stored;
        }
        try {
            return plain(Double.parseDouble(stored));
        } catch (NumberFormatException e) {
            return stored;
        }
    }
}
