package tw.touchstone.quality.rules.label;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.model.StandardField;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.FieldNames;
import tw.touchstone.quality.rules.reading.Texts;

/// Columns are fields of a data standard, by name or synonym. (領域資料標準, 資料標準欄位)
///
/// Names alone are compared, as the national portal seems to do; whether values fit is another metric's question.
final class StandardFieldsRule implements QualityRule<NamedColumns> {

    private static final Outcome UNREAD = new NotMeasured(
            Cause.NOT_YET, LangText.of("尚不能讀取此檔案內的欄位名稱", "field names inside this file are not read yet"));

    @Override
    public Metric metric() {
        return Metric.STANDARD_FIELDS;
    }

    @Override
    public Outcome evaluate(NamedColumns facts) {
        return FieldNames.of(facts.bytes())
                .map(names -> match(names, facts))
                .orElse(UNREAD);
    }

    private static Outcome match(FieldNames names, NamedColumns facts) {
        var matched = names.own().stream()
                .flatMap(name -> facts.standards().named(name).stream())
                .map(StandardField::name)
                .map(name -> name.best(LangText.ZH))
                .distinct()
                .toList();
        var expected = LangText.of(
                "至少 %d 個資料標準欄位".formatted(facts.minimum()),
                "at least %d field(s) of a data standard".formatted(facts.minimum()));
        if (matched.size() >= facts.minimum()) {
            var seen = Texts.around("資料標準欄位：", "fields of a data standard: ", Texts.names(matched), "", "");
            return Outcome.passed(names.own().size(), new Finding(seen, expected));
        }
        if (!names.complete()) {
            return UNREAD;
        }
        var seen = LangText.of(
                "%d 個欄位中有 %d 個是資料標準欄位".formatted(names.own().size(), matched.size()),
                "%d of %d columns are fields of a data standard".formatted(matched.size(), names.own().size()));
        int lacking = facts.minimum() - matched.size();
        return new Failed(
                new Evidence(names.own().size(), lacking, new Finding(seen, expected), List.of(names.place())));
    }
}
