package tw.touchstone.quality.rules.ready;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Readiness;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.rules.reading.Texts;

/// How texts of metadata are weighed, and how outcomes about them are worded.
///
/// A Chinese sign counts as one, and two other letters or digits as one, so that 60 Chinese signs and 120 Latin letters
/// weigh the same.
final class Wording {

    private static final Pattern DENIAL = Pattern.compile(
            "^(?:無|没有|沒有|未發現|未含|不含|不包含|查無|none\\b|no\\b|not\\b|without\\b|does not\\b|there is no\\b|there are no\\b).*",
            Pattern.DOTALL);

    private Wording() {}

    /// What a text weighs.
    static int weight(String text) {
        int half = text.codePoints()
                .map(point -> Character.isIdeographic(point) ? 2 : Character.isLetterOrDigit(point) ? 1 : 0)
                .sum();
        return half / 2;
    }

    /// Whether a text in some language weighs so much and is no placeholder.
    static boolean says(LangText text, int least, Readiness words) {
        return text.byLanguage().values().stream().anyMatch(each -> weight(each) >= least && !words.isPlaceholder(each));
    }

    /// Whether every text begins by saying that there is nothing.
    static boolean isDenial(LangText text) {
        return !text.isEmpty()
                && text.byLanguage().values().stream()
                        .allMatch(each -> DENIAL.matcher(each.strip().toLowerCase(Locale.ROOT)).matches());
    }

    /// Whether a text in any language holds a piece.
    static boolean mentions(LangText text, String piece) {
        return !piece.isBlank() && text.byLanguage().values().stream().anyMatch(each -> each.contains(piece));
    }

    static LangText quoted(LangText text) {
        return text.isEmpty()
                ? LangText.of("沒有填寫", "nothing is stated")
                : LangText.of(
                        "「" + Texts.shortened(text.best(LangText.ZH)) + "」",
                        "\u201c" + Texts.shortened(text.best(LangText.EN)) + "\u201d");
    }

    /// A verdict about one statement of the metadata.
    static Outcome judged(boolean holds, LangText seen, LangText expected) {
        return earned(holds ? Share.WHOLE : Share.NONE, seen, expected);
    }

    /// A verdict about something that stands in the file.
    static Outcome judged(boolean holds, LangText seen, LangText expected, List<Place> places) {
        var finding = new Finding(seen, expected);
        return holds ? Outcome.passed(1, finding) : new Failed(new Evidence(1, 1, finding, places));
    }

    static Outcome earned(Share share, LangText seen, LangText expected) {
        var finding = new Finding(seen, expected);
        return share.equals(Share.WHOLE)
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()), share);
    }

    /// Whether any of these texts says something.
    static boolean anySays(int least, Readiness words, LangText... texts) {
        return Stream.of(texts).anyMatch(text -> says(text, least, words));
    }

    static LangText first(LangText... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse(LangText.NONE);
    }

    static Optional<String> zh(LangText text) {
        return text.byLanguage().entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).startsWith("zh-hant"))
                .map(each -> each.getValue())
                .findFirst();
    }
}
