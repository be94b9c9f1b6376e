package tw.touchstone.quality.rules.ready;

import java.util.List;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotApplicable;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// Where a column lacks more than one value in a hundred, the publisher says so. (AIR-13)
final class MissingValuesRule implements QualityRule<Opened> {

    private static final int ONE_IN = 100;
    private static final LangText EXPECTED = LangText.of(
            "空值超過 1% 的欄位，缺漏值說明點名欄位或其代表文字",
            "a statement that names each column with more than 1 % missing, or what stands for them");

    @Override
    public Metric metric() {
        return Metric.AIR_13;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var unreadable = opened.unreadable(EXPECTED);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        var sparse = opened.columns().stream().filter(MissingValuesRule::isSparse).toList();
        var statement = opened.question().dataset().collection().orElse(DataCollection.NONE).missingData();
        var untold = sparse.stream().filter(column -> !isTold(opened, statement, column)).toList();
        long checked = opened.columns().size();
        if (checked == 0) {
            return new NotApplicable(LangText.of("沒有可檢視的欄位", "there are no columns to look at"));
        }
        if (untold.isEmpty()) {
            return Outcome.passed(
                    checked,
                    new Finding(
                            LangText.of(sparse.size() + " 個欄位有缺漏，皆有說明", sparse.size() + " columns lack values; all are told of"),
                            EXPECTED));
        }
        var names = untold.stream().map(ColumnProfile::name).toList();
        return new Failed(new Evidence(
                checked,
                untold.size(),
                new Finding(
                        Texts.around("缺漏而未說明：", "values are missing without a word: ", Texts.names(names), "", ""), EXPECTED),
                opened.headers(names)));
    }

    private static boolean isSparse(ColumnProfile column) {
        return column.blank() * ONE_IN > column.filled() + column.blank();
    }

    private static boolean isTold(Opened opened, LangText statement, ColumnProfile column) {
        var markers = opened.declared(column.name())
                .flatMap(FieldDescription::definition)
                .map(FieldDefinition::nullMarkers)
                .orElse(List.of());
        return Wording.mentions(statement, column.name().strip())
                || (!column.sentinels().isEmpty()
                        && column.sentinels().stream().allMatch(each -> Wording.mentions(statement, each.value())
                                || markers.contains(each.value())))
                || (column.sentinels().isEmpty() && markers.contains(""));
    }
}
