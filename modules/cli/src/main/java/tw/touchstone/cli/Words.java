package tw.touchstone.cli;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words of printed facts, in the language of the person who reads them.
final class Words {

    private final ResourceBundle texts;

    private Words(Locale language) {
        texts = ResourceBundle.getBundle(
                "tw.touchstone.cli.facts", language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The words in a language that was asked for, or else in that of the environment; Chinese unless it is English.
    ///
    /// @param asked `zh`, `en`, or the empty string
    static Words of(String asked, Map<String, String> environment) {
        var language = asked.isEmpty()
                ? environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", ""))
                : asked;
        return new Words(language.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE);
    }

    /// The text with this key, its gaps filled.
    String of(String key, Object... gaps) {
        var text = texts.getString(key);
        return gaps.length == 0 ? text : text.formatted(gaps);
    }

    /// Whether there is a text with this key.
    boolean has(String key) {
        try {
            return !texts.getString(key).isEmpty();
        } catch (MissingResourceException e) {
            return false;
        }
    }
}
