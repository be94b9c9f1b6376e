package tw.touchstone.quality.rules.label;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.model.fact.TextFacts;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;
import tw.touchstone.quality.rules.reading.Obtained;

/// The text is encoded as declared. (指標 4 編碼描述與資料相符)
///
/// No encoding is a fault by itself, Big5 neither; only a wrong word about it is.
final class EncodingMatchRule implements QualityRule<Obtained> {

    /// In the national metadata: neither UTF-8 nor Big5.
    private static final String OTHER = "其他";

    private static final Set<TextEncoding> WIDE = EnumSet.of(TextEncoding.UTF_16LE, TextEncoding.UTF_16BE);

    /// Publishers say Big5 for all three.
    private static final Set<TextEncoding> BIG5 =
            EnumSet.of(TextEncoding.BIG5, TextEncoding.CP950, TextEncoding.BIG5_HKSCS);

    @Override
    public Metric metric() {
        return Metric.ENCODING_MATCH;
    }

    @Override
    public Outcome evaluate(Obtained obtained) {
        if (obtained.bytes().text().isEmpty()) {
            return new NotApplicable(LangText.of("非文字格式，無編碼可言", "not a text format, so it has no encoding"));
        }
        var text = obtained.bytes().text().get();
        var declared =
                obtained.declared().encoding().map(String::strip).filter(name -> !name.isEmpty());
        var finding = new Finding(seen(text.encoding()), expected(declared));
        return matches(declared, text.encoding())
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, places(text, declared)));
    }

    private static boolean matches(Optional<String> declared, TextEncoding found) {
        if (declared.isEmpty()) {
            return found == TextEncoding.UTF_8 || found == TextEncoding.ASCII;
        }
        if (declared.get().equals(OTHER)) {
            return found != TextEncoding.UTF_8 && found != TextEncoding.UNKNOWN && !BIG5.contains(found);
        }
        return TextEncoding.declared(declared.get())
                .filter(expected -> fits(found, expected))
                .isPresent();
    }

    private static boolean fits(TextEncoding found, TextEncoding expected) {
        return switch (found) {
            case UNKNOWN -> false;
            case ASCII -> !WIDE.contains(expected);
            case BIG5, CP950, BIG5_HKSCS -> BIG5.contains(expected);
            default -> found == expected;
        };
    }

    /// First where the bytes cannot be what was declared, then what else is wrong with the text.
    private static List<Place> places(TextFacts text, Optional<String> declared) {
        var expected = declared.map(TextEncoding::declared).orElse(Optional.of(TextEncoding.UTF_8));
        var against = text.contradictions().stream()
                .filter(each -> expected.filter(each.encoding()::equals).isPresent())
                .map(Contradiction::place);
        var troubles = text.anomalies().stream().map(Anomaly::samples).flatMap(List::stream);
        return Stream.concat(against, troubles).limit(Evidence.SAMPLES).toList();
    }

    private static LangText seen(TextEncoding found) {
        return found == TextEncoding.UNKNOWN
                ? LangText.of("沒有一種編碼能完整解讀", "no encoding decodes all of it")
                : LangText.of(found.display() + " 編碼", "text in " + found.display());
    }

    private static LangText expected(Optional<String> declared) {
        return declared.map(Texts::shortened)
                .map(name -> LangText.of("所宣告的 " + name, "what is declared: " + name))
                .orElse(LangText.of("UTF-8（未宣告編碼）", "UTF-8, since no encoding is declared"));
    }
}
