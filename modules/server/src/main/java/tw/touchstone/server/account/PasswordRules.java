package tw.touchstone.server.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// What a password must be: long, and not what everybody would guess first. (NIST SP 800-63B, section 3.1.1.2: no rules
/// of composition, all of Unicode, a blocklist with the names of the service and of the account)
///
/// The blocklist is our own: words and habits, each of which stands for a whole family of passwords. Answers are message
/// keys.
public final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /// A piece repeated so often that it fills the password says nothing beyond itself.
    private static final int LONGEST_PIECE = 4;

    /// What has to be left when the names and words anybody would try are taken out.
    private static final int LEAST_OWN = 6;

    private static final List<String> ROWS =
            List.of("`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/");
    private static final Set<String> WORDS = words();

    private PasswordRules() {}

    /// What is wrong with a password.
    ///
    /// @param names of the account and of whoever it belongs to
    public static List<String> faults(String password, List<String> names) {
        var normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            return List.of("password.too-short");
        }
        if (length > LONGEST) {
            return List.of("password.too-long");
        }
        return isGuessable(normal.toLowerCase(Locale.ROOT), names) ? List.of("password.common") : List.of();
    }

    private static boolean isGuessable(String password, List<String> names) {
        return isRepeated(password) || isSequence(password) || own(password, names) < LEAST_OWN;
    }

    private static boolean isRepeated(String password) {
        for (int piece = 1; piece <= LONGEST_PIECE; piece++) {
            if (password.equals(password.substring(0, piece).repeat(password.length() / piece + 1).substring(0, password.length()))) {
                return true;
            }
        }
        return false;
    }

    /// Letters, digits or keys one after the other, in either direction.
    private static boolean isSequence(String password) {
        int ordered = 0;
        for (int i = 1; i < password.length(); i++) {
            int step = password.charAt(i) - password.charAt(i - 1);
            boolean counted = step >= -1 && step <= 1;
            ordered += counted || areNeighbours(password.substring(i - 1, i + 1)) ? 1 : 0;
        }
        // One step may break off, as from 9 to 0 or from one row of keys to the next.
        return ordered >= password.length() - 1 - Math.max(2, password.length() / 6);
    }

    private static boolean areNeighbours(String pair) {
        var back = new StringBuilder(pair).reverse().toString();
        return ROWS.stream().anyMatch(row -> row.contains(pair) || row.contains(back));
    }

    /// How many characters are the person's own: words of the list and names are taken out, also where a digit stands for
    /// a letter, and so are digits and marks at either end.
    private static int own(String password, List<String> names) {
        var rest = unmasked(password);
        var known = new HashSet<String>();
        for (var name : names) {
            known.add(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
            known.addAll(List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
        }
        known.addAll(WORDS);
        var longestFirst = known.stream()
                .filter(word -> word.length() >= 3 || word.codePoints().anyMatch(Character::isIdeographic))
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        boolean found = false;
        for (var word : longestFirst) {
            var plain = unmasked(word);
            found |= rest.contains(plain);
            rest = rest.replace(plain, "\n");
        }
        if (!found) {
            return password.length();
        }
        var own = rest.replaceAll("[\\d\\p{P}\\p{S}\\s]+", "");
        return own.codePointCount(0, own.length());
    }

    private static String unmasked(String text) {
        return text.replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'l')
                .replace('i', 'l');
    }

    private static Set<String> words() {
        var resource = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return Set.copyOf(lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
