package tw.touchstone.inspection.table;

import java.util.Set;

/// The forms that texts and digits may take: places, telephone numbers, identifiers, addresses.
final class TextForms {

    private static final Set<String> UNITS = Set.of(
            "元", "千元", "萬元", "億元", "百萬元", "人", "戶", "家", "件", "次", "人次", "個", "所", "處", "座", "間", "棟", "輛", "艘", "頭",
            "隻", "株", "歲", "日", "天", "小時", "分", "分鐘", "秒", "公尺", "公分", "公里", "公釐", "毫米", "平方公尺", "平方公里",
            "立方公尺", "公頃", "坪", "甲", "公斤", "公噸", "噸", "公克", "克", "公升", "毫升", "度", "℃", "°C", "m", "km", "cm",
            "mm", "kg", "g", "t", "ha", "m2", "m²", "km2", "m3", "kW", "kWh", "MW", "ppm", "ppb", "dB", "hPa", "L", "ml",
            "mg/L", "μg/m3", "μg/m³", "床", "班", "席", "筆", "冊", "樓", "層");

    private static final double WEST = 117;
    private static final double EAST = 124;
    private static final double SOUTH = 20.5;
    private static final double NORTH = 26.8;

    private final Telephone telephone = new Telephone();

    static boolean isUnit(String text) {
        return UNITS.contains(text);
    }

    /// The forms that a number may take as a coordinate. The main island and Penghu have zones of their own in TWD97.
    static long coordinates(double number) {
        if (number >= SOUTH && number <= NORTH) {
            return FormSet.LATITUDE;
        }
        if (number >= WEST && number <= EAST) {
            return FormSet.LONGITUDE;
        }
        if (number >= 130_000 && number <= 380_000) {
            return FormSet.TWD97_EASTING;
        }
        return number >= 2_280_000 && number <= 2_950_000 ? FormSet.TWD97_NORTHING : 0;
    }

    /// The forms of digits without anything else.
    long digits(char[] text, int from, int to) {
        int length = to - from;
        return switch (length) {
            case 3 -> isPostcode(text, from) ? FormSet.POSTCODE : 0;
            case 5 ->
                (isPostcode(text, from) ? FormSet.POSTCODE : 0) | (Areas.isCountyCode(text, from, to) ? FormSet.COUNTY_CODE : 0);
            case 6 -> (isPostcode(text, from) ? FormSet.POSTCODE : 0) | coordinates(number(text, from, to));
            case 7 -> (Areas.isTownshipCode(text, from, to) ? FormSet.TOWNSHIP_CODE : 0) | coordinates(number(text, from, to));
            case 8 ->
                (Areas.isTownshipCode(text, from, to) ? FormSet.TOWNSHIP_CODE : 0)
                        | (Identifiers.isBusinessNumber(text, from, to) ? FormSet.BUSINESS_NUMBER : 0);
            case 9, 10 -> telephone(text, from, to);
            case 14, 15, 16 -> Identifiers.isCardNumber(text, from, to) ? FormSet.CARD_NUMBER : FormSet.UNLIKE_CARD;
            default -> 0;
        };
    }

    private static int number(char[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    /// The three digits that name a township, 100 to 983.
    private static boolean isPostcode(char[] text, int from) {
        int code = number(text, from, from + 3);
        return code >= 100 && code <= 983;
    }

    private long telephone(char[] text, int from, int to) {
        return switch (telephone.of(text, from, to)) {
            case Telephone.MOBILE -> FormSet.MOBILE_NUMBER;
            case Telephone.PERHAPS_MOBILE -> FormSet.PERHAPS_MOBILE;
            case Telephone.LANDLINE -> FormSet.LANDLINE_NUMBER;
            default -> 0;
        };
    }

    /// The forms of a value that has digits among other characters.
    long withDigits(char[] text, int from, int to, Shape shape) {
        long forms = 0;
        char first = text[from];
        int length = to - from;
        if (length == 10 && shape.isOnly(Shape.DIGIT | Shape.LETTER)) {
            forms |= first >= 'A' && first <= 'Z' ? Embedded.identityAt(text, from) : 0;
        }
        if (length >= 9 && (first == '0' || first == '(' || first == '（' || first == '+')) {
            forms |= telephone(text, from, to);
        }
        if (length >= 17 && length <= 19 && shape.isOnly(Shape.DIGIT | Shape.SIGN | Shape.SPACE)) {
            forms |= groupedCard(text, from, to);
        }
        if (forms == 0 && length >= 10) {
            forms |= embedded(text, from, to, shape);
        }
        if (shape.has(Shape.WIDE)) {
            forms |= place(text, from, to, true);
        }
        return forms | address(text, from, to, shape);
    }

    /// The forms of a value without digits.
    long withoutDigits(char[] text, int from, int to, Shape shape) {
        return (shape.has(Shape.WIDE) ? place(text, from, to, false) : 0) | address(text, from, to, shape);
    }

    /// Addresses of machines and mailboxes.
    private static long address(char[] text, int from, int to, Shape shape) {
        if (shape.has(Shape.AT) && shape.has(Shape.DOT) && Embedded.hasEmail(text, from, to)) {
            return FormSet.EMAIL_ADDRESS;
        }
        boolean web = shape.has(Shape.DOT)
                && to - from > 7
                && ((shape.has(Shape.COLON) && (starts("http://", text, from, to) || starts("https://", text, from, to)))
                        || starts("www.", text, from, to));
        return web ? FormSet.URL : 0;
    }

    private static long groupedCard(char[] text, int from, int to) {
        var digits = new char[16];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (text[i] >= '0' && text[i] <= '9') {
                if (count == digits.length) {
                    return 0;
                }
                digits[count++] = text[i];
            }
        }
        return Identifiers.isCardNumber(digits, 0, count) ? FormSet.CARD_NUMBER : 0;
    }

    private static long embedded(char[] text, int from, int to, Shape shape) {
        long forms = Embedded.hasMobile(text, from, to) ? FormSet.MOBILE_NUMBER : 0;
        return shape.has(Shape.LETTER) ? forms | Embedded.identity(text, from, to) : forms;
    }

    /// Names of counties and townships, and postal addresses, which begin with one.
    private static long place(char[] text, int start, int to, boolean digits) {
        int from = start;
        while (from < to && from - start < 6 && text[from] >= '0' && text[from] <= '9') {
            from++;
        }
        if (from < to && text[from] == ' ' && from > start) {
            from++;
        }
        int county = Areas.county(text, from, to);
        if (county > 0 && from + county == to) {
            return from == start ? FormSet.COUNTY_NAME : 0;
        }
        int at = from + county;
        while (at < to && (text[at] == ' ' || text[at] == '\u3000') && county > 0) {
            at++;
        }
        int township = Areas.township(text, at, to);
        if (township > 0 && at + township == to) {
            return from == start ? FormSet.TOWNSHIP_NAME : 0;
        }
        return (county > 0 || township > 0) && isStreet(text, at + township, to, digits) ? FormSet.ADDRESS : 0;
    }

    private static boolean isStreet(char[] text, int from, int to, boolean digits) {
        boolean street = false;
        for (int i = from; i < to; i++) {
            switch (text[i]) {
                case '路', '街', '段', '巷', '弄', '道', '鄰', '里', '村' -> street = true;
                case '號' -> {
                    if (digits || i > from) {
                        return street || i - from <= 12;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean starts(String word, char[] text, int from, int to) {
        if (to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = text[from + i];
            if ((c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a value is a number and behind it a unit.
    static boolean isNumberWithUnit(char[] text, int from, int to) {
        int i = from;
        while (i < to && ((text[i] >= '0' && text[i] <= '9') || text[i] == '.' || text[i] == ',')) {
            i++;
        }
        while (i < to && text[i] == ' ') {
            i++;
        }
        return to - i > 0 && to - i <= 5 && UNITS.contains(new String(text, i, to - i));
    }
}
