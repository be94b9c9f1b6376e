package tw.touchstone.quality.rules.ready;

import java.util.regex.Pattern;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// The statement of bias says what it is about. That none is known, with a reason, earns half. (AIR-30)
final class BiasRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 15;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final LangText EXPECTED = LangText.of(
            "點明群組、地區、期間或成因的偏誤說明", "a statement that names a group, an area, a time or a mechanism");

    @Override
    public Metric metric() {
        return Metric.AIR_30;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var biases = question.dataset().limits().orElse(Limits.NONE).biases();
        var words = question.reference().readiness();
        if (!Wording.says(biases, LEAST, words)) {
            return Wording.judged(false, Wording.quoted(biases), EXPECTED);
        }
        boolean specific = !Wording.isDenial(biases)
                && biases.byLanguage().values().stream()
                        .anyMatch(text -> words.namesMechanism(text) || DIGIT.matcher(text).find() || namesColumn(question, text));
        return Wording.earned(
                specific ? Share.WHOLE : Wording.isDenial(biases) ? Share.HALF : Share.NONE, Wording.quoted(biases), EXPECTED);
    }

    private static boolean namesColumn(DatasetQuestion question, String text) {
        return question.dataset().distributions().stream()
                .flatMap(each -> each.fields().stream())
                .map(field -> field.name().strip())
                .anyMatch(name -> name.length() > 1 && text.contains(name));
    }
}
