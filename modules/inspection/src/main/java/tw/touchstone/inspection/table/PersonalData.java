package tw.touchstone.inspection.table;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Masks what identifies a person before it gets into facts that are published.
final class PersonalData {

    private static final Pattern NATIONAL_ID = Pattern.compile("(?<![A-Za-z0-9])[A-Z][12]\\d{8}(?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)09\\d{2}[- ]?\\d{3}[- ]?\\d{3}(?!\\d)");
    private static final Pattern E_MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)");

    /// The number each letter of a national id stands for, A to Z.
    private static final int[] LETTERS = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
    };

    private PersonalData() {}

    /// The text with every national id, mobile number and e-mail address masked.
    static String masked(String text) {
        if (text.length() < 6) {
            return text;
        }
        var masked = text;
        if (masked.indexOf('@') >= 0) {
            masked = E_MAIL.matcher(masked).replaceAll(match -> "***@" + match.group(1));
        }
        masked = NATIONAL_ID
                .matcher(masked)
                .replaceAll(match -> hasChecksum(match.group()) ? keep(match, 2) : match.group());
        return MOBILE.matcher(masked).replaceAll(match -> keep(match, 4));
    }

    private static String keep(MatchResult match, int characters) {
        var text = match.group();
        return text.substring(0, characters) + "*".repeat(text.length() - characters);
    }

    private static boolean hasChecksum(String id) {
        int letter = LETTERS[id.charAt(0) - 'A'];
        int sum = letter / 10 + letter % 10 * 9;
        for (int i = 1; i < 9; i++) {
            sum += (id.charAt(i) - '0') * (9 - i);
        }
        return (sum + (id.charAt(9) - '0')) % 10 == 0;
    }
}
