package tw.touchstone.quality.rules.ready;

import java.util.List;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Question;
import tw.touchstone.quality.rules.reading.Texts;

/// The declared key tells the rows apart, and references lead to a field that is declared. (AIR-27)
final class KeyRule implements QualityRule<Opened> {

    private static final LangText EXPECTED = LangText.of(
            "不重複、無空值的主鍵，且參照的欄位存在", "a key without repetitions and blanks, and references that lead somewhere");

    @Override
    public Metric metric() {
        return Metric.AIR_27;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var keys = opened.question().distribution().fields().stream()
                .filter(field -> field.definition().filter(FieldDefinition::key).isPresent())
                .toList();
        if (keys.isEmpty()) {
            return Wording.judged(false, LangText.of("沒有宣告主鍵", "no key is declared"), EXPECTED);
        }
        boolean dangling = opened.question().distribution().fields().stream()
                .flatMap(field -> field.definition().flatMap(FieldDefinition::references).stream())
                .anyMatch(reference -> isDangling(opened.question(), reference));
        if (dangling) {
            return Wording.judged(
                    false, LangText.of("參照的欄位不存在", "a reference leads to a field that is not declared"), EXPECTED);
        }
        if (keys.size() > 1) {
            return new NotMeasured(
                    Cause.NOT_YET,
                    LangText.of("尚不檢測多欄位主鍵", "keys of several fields are not measured yet"));
        }
        var column = opened.column(keys.getFirst().name());
        if (column.isEmpty()) {
            return Wording.judged(false, LangText.of("檔案中沒有主鍵欄位", "the key is not in the file"), EXPECTED, List.of(opened.header()));
        }
        var name = Texts.shortened(column.get().name());
        return column.get()
                .unique()
                .map(unique -> Wording.judged(
                        unique && column.get().blank() == 0,
                        LangText.of(
                                name + "：" + (unique ? "不重複" : "有重複") + "，" + column.get().blank() + " 個空值",
                                name + ": " + (unique ? "unique" : "repeated") + ", " + column.get().blank() + " blanks"),
                        EXPECTED,
                        opened.headers(List.of(column.get().name()))))
                .orElse(new NotMeasured(
                        Cause.NOT_YET, LangText.of("值太多，無法確定是否重複", "too many values to tell whether they repeat")));
    }

    /// Only references within the dataset can be followed.
    private static boolean isDangling(Question question, FieldReference reference) {
        return question.dataset().distributions().stream()
                .filter(each -> reference.resource().toString().endsWith("distributions/" + each.id()))
                .anyMatch(each -> each.fields().stream().noneMatch(field -> field.name().equals(reference.field())));
    }
}
