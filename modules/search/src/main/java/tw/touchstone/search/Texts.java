package tw.touchstone.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;

/// What the index needs to ask of texts.
final class Texts {

    private Texts() {}

    /// The first characters of a text, never half of a surrogate pair.
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /// The tag of the language in which [LangText#best] answers; empty string where there is no text.
    static String bestLanguage(LangText text, String wanted) {
        var languages = text.byLanguage().keySet();
        return Stream.concat(Stream.of(wanted, LangText.ZH, LangText.EN).filter(languages::contains), languages.stream())
                .findFirst()
                .orElse("");
    }

    /// Where these terms first stand together in a text.
    static Optional<Excerpt.Mark> find(String text, List<String> terms) {
        var tokens = Token.of(text);
        for (int i = 0; i + terms.size() <= tokens.size(); i++) {
            var piece = tokens.subList(i, i + terms.size());
            if (piece.stream().map(Token::term).toList().equals(terms)) {
                return Optional.of(new Excerpt.Mark(
                        piece.getFirst().start(), piece.getLast().end()));
            }
        }
        return Optional.empty();
    }
}
