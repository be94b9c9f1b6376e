package tw.touchstone.quality.rules.label;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.FieldName;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.FieldNames;
import tw.touchstone.quality.rules.reading.Texts;
import tw.touchstone.quality.rules.reading.Obtained;

/// Every declared field is in the file. (指標 5 欄位描述與資料相符)
///
/// Order, repetition and further columns do not count: 主要欄位說明 names the *main* fields. A declared `Id(編號)` is
/// found as `Id(編號)` or as `Id`, since the metadata standard of 2015 writes the explanation in brackets.
final class DescMatchRule implements QualityRule<Obtained> {

    private static final Outcome UNREAD = new NotMeasured(
            Cause.NOT_YET, LangText.of("尚不能讀取此檔案內的欄位名稱", "field names inside this file are not read yet"));

    @Override
    public Metric metric() {
        return Metric.DESC_MATCH;
    }

    @Override
    public Outcome evaluate(Obtained obtained) {
        var declared = obtained.declared().fields();
        if (declared.isEmpty()) {
            var finding = new Finding(
                    LangText.of("沒有主要欄位說明", "no fields are declared"),
                    LangText.of("主要欄位說明列出資料的欄位", "a declaration of the data's fields"));
            return new Failed(new Evidence(0, 1, finding, List.of()));
        }
        var names = FieldNames.of(obtained.bytes());
        return names.map(found -> compare(declared, found))
                .orElse(UNREAD);
    }

    /// The ways in which a declared field may stand in the file. What was read as name and explanation may be the whole
    /// name of the column: 裝設位置(地址).
    private static Stream<String> spellings(FieldDescription field) {
        var name = FieldName.fold(field.name());
        var whole = field.description().map(text -> FieldName.fold(field.name() + "(" + text + ")"));
        return Stream.concat(Stream.of(name, FieldName.withoutBrackets(name)), whole.stream());
    }

    private static Outcome compare(List<FieldDescription> declared, FieldNames found) {
        var folded = found.all().stream().map(FieldName::fold).collect(Collectors.toSet());
        var missing = declared.stream()
                .filter(field -> spellings(field).noneMatch(folded::contains))
                .map(FieldDescription::name)
                .toList();
        var seen = found.own().isEmpty()
                ? LangText.of("檔案內沒有欄位名稱", "the file has no field names")
                : Texts.around("檔案欄位：", "the file's fields: ", Texts.names(found.own()), "", "");
        if (missing.isEmpty()) {
            var all = LangText.of("所宣告的欄位都在檔案內", "every declared field in the file");
            return Outcome.passed(declared.size(), new Finding(seen, all));
        }
        if (!found.complete()) {
            return UNREAD;
        }
        var expected = Texts.around("檔案內應有：", "in the file: ", Texts.names(missing), "", "");
        return new Failed(
                new Evidence(declared.size(), missing.size(), new Finding(seen, expected), List.of(found.place())));
    }
}
