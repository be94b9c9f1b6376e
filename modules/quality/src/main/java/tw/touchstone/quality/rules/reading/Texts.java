package tw.touchstone.quality.rules.reading;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.quality.Evidence;

/// Words of findings that several rules use. Hostile names and addresses are cut before they are quoted.
public final class Texts {

    private static final int LONGEST = 80;

    private Texts() {}

    public static String shortened(URI address) {
        return shortened(address.toString());
    }

    /// At most 80 characters, never half a character.
    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }

    /// The first names and how many more there are, in both languages.
    public static LangText names(List<String> names) {
        var shown = names.stream().limit(Evidence.SAMPLES).map(Texts::shortened);
        int more = names.size() - Evidence.SAMPLES;
        var list = shown.collect(Collectors.joining("、"));
        return more > 0
                ? LangText.of(list + "…等 " + names.size() + " 個", list + " … " + names.size() + " in all")
                : LangText.of(list, list);
    }

    /// What an observation of a link met.
    public static LangText seen(LinkProbe probe) {
        if (probe.hops().isEmpty()) {
            return switch (probe.reason()) {
                case "held" -> LangText.of("檔案保存在本目錄", "the file is held by this catalogue");
                case "recorded" -> LangText.of("依據先前記錄的檢測結果", "as recorded by an earlier check");
                default -> LangText.of(probe.reason(), probe.reason());
            };
        }
        var last = probe.hops().getLast();
        var address = shortened(last.url());
        return last.status()
                .map(status -> LangText.of(
                        "%s 回應 HTTP %d（%s）".formatted(address, status, probe.reason()),
                        "%s answered HTTP %d (%s)".formatted(address, status, probe.reason())))
                .orElseGet(() -> LangText.of(
                        "%s 沒有回應（%s）".formatted(address, probe.reason()),
                        "%s did not answer (%s)".formatted(address, probe.reason())));
    }

    /// A text that is put together from words and another text, language by language.
    public static LangText around(String zhBefore, String enBefore, LangText text, String zhAfter, String enAfter) {
        return LangText.of(
                zhBefore + text.best(LangText.ZH) + zhAfter, enBefore + text.best(LangText.EN) + enAfter);
    }
}
