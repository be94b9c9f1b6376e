package tw.touchstone.quality.rules.label;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.label.StandardColumns.Named;
import tw.touchstone.quality.rules.reading.Texts;

/// Columns are fields of a data standard by name, by value, and by saying something: a column that has one value in all
/// rows was pasted on. (領域資料標準; ours, stricter than the national portal)
final class StandardValuesRule implements QualityRule<StandardColumns> {

    @Override
    public Metric metric() {
        return Metric.STANDARD_VALUES;
    }

    @Override
    public Outcome evaluate(StandardColumns facts) {
        var verdicts = facts.named().stream()
                .collect(Collectors.partitioningBy(named -> reason(named, facts.share()).isEmpty()));
        var held = verdicts.getOrDefault(true, List.of()).stream()
                .map(named -> named.field().name().best(LangText.ZH))
                .distinct()
                .toList();
        var expected = LangText.of(
                "至少 %d 個資料標準欄位，名稱與內容皆符，且內容有變化".formatted(facts.minimum()),
                "at least %d field(s) of a data standard by name and by value, whose values vary"
                        .formatted(facts.minimum()));
        if (held.size() >= facts.minimum()) {
            var seen = Texts.around("名稱與內容皆符：", "right by name and by value: ", Texts.names(held), "", "");
            return Outcome.passed(facts.named().size(), new Finding(seen, expected));
        }
        if (!facts.complete()) {
            return new NotMeasured(
                    Cause.NOT_YET, LangText.of("檔案內尚有未讀取的部分", "a part of what is inside is not read yet"));
        }
        var faults = verdicts.getOrDefault(false, List.of());
        return new Failed(new Evidence(
                facts.named().size(),
                Math.max(1, faults.size()),
                new Finding(seen(faults, facts.share()), expected),
                faults.isEmpty()
                        ? facts.header().stream().toList()
                        : faults.stream()
                                .limit(Evidence.SAMPLES)
                                .map(named -> named.column().place())
                                .toList()));
    }

    private static LangText seen(List<Named> faults, BigDecimal share) {
        if (faults.isEmpty()) {
            return LangText.of("沒有以資料標準欄位命名的欄位", "no column bears the name of a standard field");
        }
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        faults.stream().limit(Evidence.SAMPLES).forEach(named -> {
            var name = Texts.shortened(named.column().profile().name());
            zh.add(name + reason(named, share).best(LangText.ZH));
            en.add(name + " " + reason(named, share).best(LangText.EN));
        });
        return LangText.of(String.join("；", zh), String.join("; ", en));
    }

    /// Why a column does not count; no text where it does.
    private static LangText reason(Named named, BigDecimal share) {
        var look = StandardLook.of(named.column().profile(), named.field());
        if (!named.field().isChecked()) {
            return LangText.of("（此欄位的標準沒有可驗證的內容格式）", "(the standard says nothing of its values)");
        }
        if (look.looked() == 0) {
            return LangText.of("（沒有內容）", "(has no values)");
        }
        boolean fits = BigDecimal.valueOf(look.fit())
                        .compareTo(share.multiply(BigDecimal.valueOf(look.looked())))
                >= 0;
        if (!fits) {
            return LangText.of(
                    "（%d 個值中 %d 個符合標準）".formatted(look.looked(), look.fit()),
                    "(%d of %d values look as the standard says)".formatted(look.fit(), look.looked()));
        }
        return named.column().varies() ? LangText.NONE : LangText.of("（每一列都是同一個值）", "(one value in all rows)");
    }
}
