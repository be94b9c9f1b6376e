package tw.touchstone.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A year as it is written in Taiwan: 110年, 民國一一○年, 一百一十年度 and 2021 are one.
///
/// Without 民國 in front a number is a year of the Republic only from 60 to 149 and only before 年 or 年度, because 10年 and 50年
/// are more often ten and fifty years. Numbers that are part of a code are no years.
///
/// @param year  in the common era
/// @param start offset of its first character in the text
/// @param end   offset after its last character
record YearMention(int year, int start, int end) {

    private static final int BEFORE_REPUBLIC = 1911;

    private static final String DIGIT = "[0-9０-９]";

    private static final String HAN_NUMBER = "[" + HanNumber.SIGNS + "]";

    private static final String YEAR = "\\s?(?:學?年度?)";

    private static final Pattern REPUBLIC =
            Pattern.compile("民[國国]\\s?(" + DIGIT + "{1,3}|" + HAN_NUMBER + "{1,5}|元)(?!" + DIGIT + ")(?:" + YEAR + ")?");

    private static final Pattern BARE = Pattern.compile(
            "(?<![\\p{Alnum}０-９.,/\\-" + HanNumber.SIGNS + "])(" + DIGIT + "{2,3}|" + HAN_NUMBER + "{2,5})" + YEAR);

    private static final Pattern COMMON = Pattern.compile(
            "(?<![\\p{Alnum}０-９.])(?:西元\\s?)?((?:[1１][9９]|[2２][0０])" + DIGIT + "{2})(?![\\p{Alnum}０-９]|\\." + DIGIT + ")(?:" + YEAR
                    + ")?");

    /// Every year that a text mentions, in order and without overlaps.
    static List<YearMention> in(String text) {
        var found = new ArrayList<YearMention>();
        add(found, text, REPUBLIC, 1, 199);
        add(found, text, BARE, 60, 149);
        add(found, text, COMMON, 0, -1);
        found.sort(Comparator.comparingInt(YearMention::start));
        return List.copyOf(found);
    }

    /// @param first the first number that is counted from the founding of the Republic
    /// @param last  the last one
    private static void add(List<YearMention> found, String text, Pattern pattern, int first, int last) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            var number = number(matcher.group(1));
            if (number.isEmpty() || found.stream().anyMatch(other -> start < other.end && other.start < end)) {
                continue;
            }
            int value = number.getAsInt();
            if (value >= first && value <= last) {
                found.add(new YearMention(value + BEFORE_REPUBLIC, start, end));
            } else if (value >= 1900 && value < 2100) {
                found.add(new YearMention(value, start, end));
            }
        }
    }

    private static OptionalInt number(String written) {
        if (written.equals("元")) {
            return OptionalInt.of(1);
        }
        return Character.isDigit(written.charAt(0))
                ? OptionalInt.of(Integer.parseInt(written))
                : HanNumber.value(written);
    }
}
