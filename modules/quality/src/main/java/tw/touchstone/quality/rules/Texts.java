package tw.touchstone.quality.rules;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;

/// Words of findings that several rules use. Hostile names and addresses are cut before they are quoted.
final class Texts {

    private static final int LONGEST = 80;

    private Texts() {}

    static String shortened(URI address) {
        return shortened(address.toString());
    }

    /// At most 80 characters, never half a character.
    static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }

    /// The first names and how many more there are, in both languages.
    static LangText names(List<String> names) {
        var shown = names.stream().limit(Evidence.SAMPLES).map(Texts::shortened);
        int more = names.size() - Evidence.SAMPLES;
        var list = shown.collect(Collectors.joining("、"));
        return more > 0
                ? LangText.of(list + "…等 " + names.size() + " 個", list + " … " + names.size() + " in all")
                : LangText.of(list, list);
    }

    /// A text that is put together from words and another text, language by language.
    static LangText around(String zhBefore, String enBefore, LangText text, String zhAfter, String enAfter) {
        return LangText.of(
                zhBefore + text.best(LangText.ZH) + zhAfter, enBefore + text.best(LangText.EN) + enAfter);
    }
}
