package tw.touchstone.server.layout;

import java.util.Locale;
import java.util.Optional;
import tw.touchstone.model.LangText;

/// The two languages of the pages, by their tags [LangText#ZH] and [LangText#EN].
public final class Language {

    static final Locale CHINESE = Locale.forLanguageTag(LangText.ZH);
    static final Locale ENGLISH = Locale.ENGLISH;

    private Language() {}

    /// The tag of the reader's language; Chinese for any locale that is not English.
    public static String of(Locale locale) {
        return locale.getLanguage().equals("en") ? LangText.EN : LangText.ZH;
    }

    /// The locale meant by a value of `lang`; empty where it is none of ours.
    static Optional<Locale> parse(String tag) {
        return switch (tag) {
            case "en" -> Optional.of(ENGLISH);
            case "zh", LangText.ZH -> Optional.of(CHINESE);
            default -> Optional.empty();
        };
    }
}
