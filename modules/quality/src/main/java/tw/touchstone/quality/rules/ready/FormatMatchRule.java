package tw.touchstone.quality.rules.ready;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// The bytes, the declared format, the media type and the server agree. (AIR-24)
final class FormatMatchRule implements QualityRule<Opened> {

    private static final LangText EXPECTED = LangText.of(
            "內容、宣告的格式、媒體類型與伺服器所稱一致",
            "content, declared format, media type and what the server says agree");

    @Override
    public Metric metric() {
        return Metric.AIR_24;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var declared = opened.question().distribution().format();
        var found = opened.parts().stream().map(ByteFacts::format).distinct().toList();
        boolean format = declared.filter(found::contains).isPresent();
        boolean media = opened.question()
                .distribution()
                .mediaType()
                .map(FormatMatchRule::bare)
                .flatMap(type -> declared.map(each -> each.mediaType().equals(type)))
                .orElse(true);
        var served = opened.question()
                .facts()
                .link()
                .flatMap(link -> Optional.ofNullable(link.probe().headers().get("content-type")))
                .map(FormatMatchRule::bare)
                .orElse("");
        boolean family = !served.equals("text/html") || opened.bytes().format() == FileFormat.HTML;
        var seen = opened.bytes().format().display() + (served.isEmpty() ? "" : " (" + Texts.shortened(served) + ")");
        return format && media && family
                ? Outcome.passed(1, new Finding(LangText.of(seen, seen), EXPECTED))
                : new Failed(new Evidence(
                        1,
                        1,
                        new Finding(LangText.of(seen, seen), EXPECTED),
                        List.of(new Place(0, 0, 0, opened.bytes().formatEvidence()))));
    }

    private static String bare(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
