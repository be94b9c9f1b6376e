package tw.touchstone.quality.rules.ready;

import java.util.regex.Pattern;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// It is said which times the data tells apart. (AIR-18)
final class TimeResolutionRule implements QualityRule<DatasetQuestion> {

    private static final Pattern DURATION = Pattern.compile(
            "P(?!$)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}(\\.\\d{1,9})?S)?)?");
    private static final LangText EXPECTED =
            LangText.of("ISO 8601 期間，例如 P1M", "an ISO 8601 duration such as P1M");

    @Override
    public Metric metric() {
        return Metric.AIR_18;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var resolution = question.dataset().coverage().flatMap(Coverage::temporalResolution);
        return Wording.judged(
                resolution.filter(text -> DURATION.matcher(text).matches()).isPresent(),
                resolution.map(text -> LangText.of(Texts.shortened(text), Texts.shortened(text)))
                        .orElse(LangText.of("沒有填寫", "nothing is stated")),
                EXPECTED);
    }
}
