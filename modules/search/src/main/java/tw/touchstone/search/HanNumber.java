package tw.touchstone.search;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Numbers in Chinese characters: digit by digit (一一○) or in tens and hundreds (一百一十).
final class HanNumber {

    /// Every sign a number can have.
    static final String SIGNS = "〇零○一二三四五六七八九十百";

    private static final String DIGITS = "〇一二三四五六七八九";

    private HanNumber() {}

    /// The value of a number of up to five signs; empty where it is none.
    static OptionalInt value(String written) {
        var signs = written.replace('零', '〇').replace('○', '〇');
        if (signs.isEmpty() || signs.length() > 5) {
            return OptionalInt.empty();
        }
        return signs.indexOf('十') < 0 && signs.indexOf('百') < 0 ? digits(signs) : tens(signs);
    }

    /// A number from 1 to 99 as it is read, sign by sign: 12 is 十二.
    static List<String> written(int number) {
        int tens = number / 10;
        var written = (tens > 1 ? digit(tens) : "") + (tens > 0 ? "十" : "") + (number % 10 > 0 ? digit(number % 10) : "");
        return written.chars().mapToObj(Character::toString).toList();
    }

    private static String digit(int value) {
        return String.valueOf(DIGITS.charAt(value));
    }

    private static OptionalInt digits(String signs) {
        int value = 0;
        for (int i = 0; i < signs.length(); i++) {
            int digit = DIGITS.indexOf(signs.charAt(i));
            if (digit < 0) {
                return OptionalInt.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalInt.of(value);
    }

    private static OptionalInt tens(String signs) {
        int hundred = signs.indexOf('百');
        int hundreds = hundred < 0 ? 0 : hundred == 0 ? 1 : single(signs.substring(0, hundred));
        var rest = signs.substring(hundred + 1).replace("〇", "");
        int ten = rest.indexOf('十');
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : single(rest.substring(0, ten));
        var last = rest.substring(ten + 1);
        int ones = last.isEmpty() ? 0 : single(last);
        return IntStream.of(hundreds, tens, ones).anyMatch(part -> part < 0)
                ? OptionalInt.empty()
                : OptionalInt.of(hundreds * 100 + tens * 10 + ones);
    }

    private static int single(String sign) {
        return sign.length() == 1 ? DIGITS.indexOf(sign) : -1;
    }
}
