package tw.touchstone.quality.rules.ready;

import java.util.regex.Pattern;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.Place;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.rules.reading.Texts;

/// Numbers have units, and codes a list. (AIR-28)
final class UnitsRule implements QualityRule<Question> {

    private static final Pattern CODE = Pattern.compile(".*(?:代碼|代號|[Cc]ode)");
    private static final LangText EXPECTED = LangText.of(
            "數值欄位有單位，代碼欄位有代碼表", "units of numbers, and lists of codes");

    @Override
    public Metric metric() {
        return Metric.AIR_28;
    }

    @Override
    public Outcome evaluate(Question question) {
        var fields = question.distribution().fields();
        var asked = fields.stream().filter(field -> needsUnit(field) || needsList(field)).toList();
        if (fields.stream().noneMatch(field -> field.type().isPresent())) {
            return Wording.judged(false, LangText.of("沒有欄位字典", "there is no field dictionary"), EXPECTED);
        }
        var lacking = asked.stream()
                .filter(field -> (needsUnit(field) && field.definition().flatMap(FieldDefinition::unit).isEmpty())
                        || (needsList(field) && field.definition().flatMap(FieldDefinition::codeList).isEmpty()))
                .map(FieldDescription::name)
                .toList();
        if (lacking.isEmpty()) {
            return Outcome.passed(
                    asked.size(), new Finding(LangText.of(asked.size() + " 個欄位皆有", "all " + asked.size() + " fields have them"), EXPECTED));
        }
        return new Failed(
                new Evidence(
                        asked.size(),
                        lacking.size(),
                        new Finding(Texts.around("缺單位或代碼表：", "without unit or list of codes: ", Texts.names(lacking), "", ""), EXPECTED),
                        lacking.stream().map(name -> new Place(0, 0, -1, name)).toList()),
                Share.of(asked.size() - lacking.size(), asked.size()));
    }

    private static boolean needsUnit(FieldDescription field) {
        return field.type().filter(FieldType::isNumeric).isPresent()
                && field.definition().filter(FieldDefinition::key).isEmpty()
                && !needsList(field);
    }

    private static boolean needsList(FieldDescription field) {
        return CODE.matcher(field.name().strip()).matches();
    }
}
