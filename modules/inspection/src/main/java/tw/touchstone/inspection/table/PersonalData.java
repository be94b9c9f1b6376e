package tw.touchstone.inspection.table;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Masks what identifies a person before it gets into facts that are published.
final class PersonalData {

    private static final Pattern IDENTITY = Pattern.compile("(?<![A-Za-z0-9])[A-Z][A-D12789]\\d{8}(?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:09|\\+886[- ]?9)\\d{2}[- ]?\\d{3}[- ]?\\d{3}(?!\\d)");
    private static final Pattern OTHER_MOBILE = Pattern.compile("(?<!\\d)09(?:[- ]?\\d){8}(?!\\d)");
    private static final Pattern E_MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d(?:[- ]?\\d){13,15}(?!\\d)");

    private static final Pattern NAME = Pattern.compile(
            "(?<!\\p{IsHan})(?!(?:先生|小姐|女士)(?!\\p{IsHan}))\\p{IsHan}{2,4}?(?=(?:先生|小姐|女士)?(?!\\p{IsHan}))");

    private PersonalData() {}

    /// The text with every identity number, mobile number, card number and e-mail address masked.
    static String masked(String text) {
        if (text.length() < 6) {
            return text;
        }
        var masked = text;
        if (masked.indexOf('@') >= 0) {
            masked = E_MAIL.matcher(masked).replaceAll(match -> "***@" + match.group(1));
        }
        masked = IDENTITY.matcher(masked).replaceAll(match -> isIdentity(match.group()) ? keep(match, 2) : match.group());
        masked = CARD.matcher(masked).replaceAll(match -> isCard(match.group()) ? keep(match, 4) : match.group());
        masked = MOBILE.matcher(masked).replaceAll(match -> keep(match, 4));
        return OTHER_MOBILE.matcher(masked).replaceAll(match -> keep(match, 4));
    }

    /// The text masked, also where only the column shows that it is personal.
    ///
    /// @param form bits of [FormSet] that the value takes
    static String masked(String text, long form) {
        var masked = masked(text);
        boolean bare = (form & FormSet.PERHAPS_MOBILE) != 0 && masked.equals(text) && text.length() == 9;
        return bare ? text.substring(0, 3) + "******" : masked;
    }

    /// The text of a column of persons' names with every name masked but for its first character: two to four Han
    /// characters by themselves or before a form of address.
    static String maskedName(String text) {
        return NAME.matcher(text).replaceAll(match -> {
            int first = match.group().offsetByCodePoints(0, 1);
            return keep(match, first);
        });
    }

    private static String keep(MatchResult match, int characters) {
        var text = match.group();
        return text.substring(0, characters) + "*".repeat(text.length() - characters);
    }

    private static boolean isIdentity(String text) {
        var characters = text.toCharArray();
        return Identifiers.isNationalId(characters, 0, characters.length)
                || Identifiers.isResidentId(characters, 0, characters.length);
    }

    private static boolean isCard(String text) {
        var digits = text.replaceAll("\\D", "").toCharArray();
        return Identifiers.isCardNumber(digits, 0, digits.length);
    }
}
