package tw.touchstone.inspection.table;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Masks what identifies a person before it gets into facts that are published.
public final class PersonalData {

    private static final Pattern IDENTITY = Pattern.compile("(?<![A-Za-z0-9])[A-Z][A-D12789]\\d{8}(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:09|\\+?886[- ]?(?:\\(0\\))?9)\\d{2}[-. ]?\\d{3}[-. ]?\\d{3}(?!\\d)");
    private static final Pattern OTHER_MOBILE = Pattern.compile("(?<!\\d)\\(?09(?:[-() ]{0,2}\\d){8}(?!\\d)");
    private static final Pattern E_MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d(?:[- ]?\\d){13,15}(?!\\d)");

    private static final Pattern NAME = Pattern.compile(
            "(?<!\\p{IsHan})(?!(?:先生|小姐|女士)(?!\\p{IsHan}))\\p{IsHan}{2,4}?(?=(?:先生|小姐|女士)?(?!\\p{IsHan}))");

    /// Digits in the shortest of them, an identity number of a resident with two letters.
    private static final int DIGITS = 8;

    private PersonalData() {}

    /// The text with every identity number, mobile number, card number and e-mail address masked, in digits and letters of
    /// full width too. What looks like a number but has a wrong check digit is none.
    public static String masked(String text) {
        boolean mail = false;
        boolean wide = false;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += (c >= '0' && c <= '9') || (c >= '０' && c <= '９') ? 1 : 0;
            mail |= c == '@' || c == '＠';
            wide |= isWide(c);
        }
        if (!mail && digits < DIGITS) {
            return text;
        }
        return wide ? unfolded(text, mask(folded(text), true)) : mask(text, false);
    }

    /// @param sameLength whether every character has to stay in its place
    private static String mask(String text, boolean sameLength) {
        var masked = text;
        if (masked.indexOf('@') >= 0) {
            masked = E_MAIL.matcher(masked).replaceAll(match -> {
                int hidden = sameLength ? match.start(1) - match.start() - 1 : 3;
                return "*".repeat(hidden) + "@" + match.group(1);
            });
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

    /// As much of a masked text as facts show.
    static String shown(String masked) {
        return masked.length() <= TableCaps.VALUE_CHARS ? masked : masked.substring(0, TableCaps.VALUE_CHARS);
    }

    private static String keep(MatchResult match, int characters) {
        var text = match.group();
        return text.substring(0, characters) + "*".repeat(text.length() - characters);
    }

    private static boolean isWide(char c) {
        return c >= '！' && c <= '～';
    }

    /// The text with characters of half width for those of full width, each in its place.
    private static String folded(String text) {
        var folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = isWide(folded[i]) ? (char) (folded[i] - '！' + '!') : folded[i];
        }
        return new String(folded);
    }

    /// The text as it was, save where it was masked.
    private static String unfolded(String text, String masked) {
        var folded = folded(text);
        var shown = text.toCharArray();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = masked.charAt(i) == folded.charAt(i) ? shown[i] : '*';
        }
        return new String(shown);
    }

    private static boolean isIdentity(String text) {
        var characters = text.toUpperCase(Locale.ROOT).toCharArray();
        return Identifiers.isNationalId(characters, 0, characters.length)
                || Identifiers.isResidentId(characters, 0, characters.length);
    }

    private static boolean isCard(String text) {
        var digits = text.replaceAll("\\D", "").toCharArray();
        return Identifiers.isCardNumber(digits, 0, digits.length);
    }
}
