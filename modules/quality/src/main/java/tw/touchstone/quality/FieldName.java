package tw.touchstone.quality;

import java.util.regex.Pattern;

/// How names of columns and fields are compared.
public final class FieldName {

    private static final Pattern BRACKETED = Pattern.compile("([^(]+)\\([^()]*\\)");

    private FieldName() {}

    /// The name with full-width letters, digits, signs and blanks made half-width, and without surrounding blanks.
    public static String fold(String name) {
        var folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (each >= '！' && each <= '～') {
                each = (char) (each - ('！' - '!'));
            } else if (each == '\u3000' || each == '\u00a0') {
                each = ' ';
            }
            folded.append(each);
        }
        return folded.toString().strip();
    }

    /// A folded name without the bracketed part at its end, as in `Id(編號)`; the name itself where it has none.
    public static String withoutBrackets(String folded) {
        var match = BRACKETED.matcher(folded);
        return match.matches() ? match.group(1).strip() : folded;
    }
}
