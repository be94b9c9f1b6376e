package tw.touchstone.vocabulary;

import java.text.Normalizer;
import java.util.Locale;

/// What two spellings of the same name have in common; for matching only, never shown or stored.
final class Spelling {

    /// Longer than any name of a term; what is longer is no name, and is not worth normalising.
    private static final int LONGEST = 500;

    private Spelling() {}

    /// Half width, lower case, letters and digits only, 台 for 臺.
    static String fold(String text) {
        var start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var folded = new StringBuilder();
        Normalizer.normalize(start, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(letter -> letter == '臺' ? '台' : letter)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
