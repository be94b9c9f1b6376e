package tw.touchstone.server.layout;

import tw.touchstone.model.LangText;

/// A text of somebody else on a page, with the language it is in.
///
/// @param text the text; empty where there is none
/// @param lang its tag; empty where it is the language of the page
public record Phrase(String text, String lang) {

    /// No text.
    public static final Phrase NONE = new Phrase("", "");

    /// The text that serves a reader of a language best.
    public static Phrase of(LangText text, String reader) {
        var best = text.best(reader);
        return text.byLanguage().entrySet().stream()
                .filter(each -> each.getValue().equals(best))
                .map(each -> each.getKey())
                .filter(tag -> !tag.equals(reader))
                .findFirst()
                .filter(tag -> !text.byLanguage().containsKey(reader))
                .map(tag -> new Phrase(best, tag))
                .orElse(new Phrase(best, ""));
    }

    /// The text in exactly this language, where the reader's is another.
    public static Phrase in(LangText text, String language) {
        return text.in(language).map(found -> new Phrase(found, language)).orElse(NONE);
    }
}
