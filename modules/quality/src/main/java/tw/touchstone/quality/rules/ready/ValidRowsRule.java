package tw.touchstone.quality.rules.ready;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.LangText;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// The rows keep to the types and the required values of the field dictionary. (AIR-26)
///
/// Rows are counted by what the profile of each column proves: cells of another type than nearly all of their column, blanks of a
/// required field, rows of another length. A column that as a whole has another type spoils every row.
final class ValidRowsRule implements QualityRule<Opened> {

    private static final LangText EXPECTED = LangText.of(
            "99.9% 的資料列符合欄位字典；99% 得半分",
            "99.9 % of rows that keep to the field dictionary; 99 % earn half");

    @Override
    public Metric metric() {
        return Metric.AIR_26;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        long rows = opened.rows();
        var typed = opened.columns().stream()
                .filter(column -> opened.declared(column.name()).flatMap(FieldDescription::type).isPresent())
                .toList();
        if (rows == 0 || typed.isEmpty()) {
            return Wording.judged(
                    false, LangText.of("沒有可比對的欄位型別", "there are no declared types to check against"), EXPECTED, List.of(opened.header()));
        }
        long faults = opened.count(AnomalyCode.RAGGED_ROW);
        var spoilt = new ArrayList<String>();
        for (var column : typed) {
            var field = opened.declared(column.name()).orElseThrow();
            long wrong = wrong(column, field, rows);
            faults += wrong;
            if (wrong > 0) {
                spoilt.add(column.name());
            }
        }
        faults = Math.min(rows, faults);
        var finding = new Finding(
                LangText.of(faults + " 列不合（共 " + rows + " 列）", faults + " of " + rows + " rows do not keep to it"), EXPECTED);
        if (faults * 1_000 <= rows) {
            return Outcome.passed(rows, finding);
        }
        var places = Stream.concat(
                        opened.headers(spoilt).stream(), opened.where(EnumSet.of(AnomalyCode.RAGGED_ROW)))
                .toList();
        return new Failed(new Evidence(rows, faults, finding, places), faults * 100 <= rows ? Share.HALF : Share.NONE);
    }

    private static long wrong(ColumnProfile column, FieldDescription field, long rows) {
        boolean required = field.definition().filter(FieldDefinition::required).isPresent();
        long blanks = required ? column.blank() : 0;
        return column.type() == ColumnType.EMPTY || fits(column, field.type().orElseThrow()) ? blanks : rows;
    }

    private static boolean fits(ColumnProfile column, FieldType type) {
        return switch (type) {
            case STRING, DURATION, TIME -> true;
            case URI -> 2 * column.count(ValueForm.URL) > column.filled();
            case INTEGER -> column.type() == ColumnType.INTEGER || isYear(column);
            case DECIMAL -> column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
            case BOOLEAN -> column.type() == ColumnType.BOOLEAN;
            case DATE, DATE_TIME, YEAR_MONTH -> column.dates().isPresent();
            case YEAR -> column.dates().isPresent() || column.type() == ColumnType.INTEGER;
        };
    }

    /// A year of the Republic is a date to the inspector and a whole number to its publisher.
    private static boolean isYear(ColumnProfile column) {
        return column.count(ValueForm.ROC_YEAR) == column.filled() && column.filled() > 0;
    }
}
