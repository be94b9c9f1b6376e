package tw.touchstone.model;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One text in one or more languages, keyed by BCP 47 tag (`zh-Hant-TW`, `en`), as in our JSON.
///
/// Texts are trimmed and never blank; a text without any language does not exist (use [#NONE] for "no text").
/// Iteration is in tag order, so equal texts are written equally.
public record LangText(SortedMap<String, String> byLanguage) {

    /// The tag of Traditional Chinese as used in Taiwan, the catalogue's first language.
    public static final String ZH = "zh-Hant-TW";

    /// The tag of English, the catalogue's second language.
    public static final String EN = "en";

    /// No text at all.
    public static final LangText NONE = new LangText(new TreeMap<>());

    public LangText {
        byLanguage = TextByLanguage.of(byLanguage);
    }

    /// A text from a language map, for example `{"zh-Hant-TW": "空氣品質", "en": "Air quality"}`.
    public static LangText of(Map<String, String> byLanguage) {
        return new LangText(new TreeMap<>(byLanguage));
    }

    /// A text in Traditional Chinese; [#NONE] where it is blank.
    public static LangText zh(String text) {
        return of(Map.of(ZH, text));
    }

    /// A text in both languages of the catalogue.
    public static LangText of(String zh, String en) {
        return new LangText(TextByLanguage.of(EN, en, ZH, zh));
    }

    /// Whether there is no text in any language.
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /// The text in exactly this language.
    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /// The text a reader of this language is best served with: that language, else Chinese, else English, else any;
    /// empty string where there is no text.
    public String best(String language) {
        return in(language)
                .or(() -> in(ZH))
                .or(() -> in(EN))
                .or(() -> byLanguage.values().stream().findFirst())
                .orElse("");
    }

    @Override
    public String toString() {
        return best(ZH);
    }
}
