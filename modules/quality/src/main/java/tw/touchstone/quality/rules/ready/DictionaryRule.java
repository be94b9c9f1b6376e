package tw.touchstone.quality.rules.ready;

import java.util.List;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;
import tw.touchstone.quality.rules.reading.Texts;

/// Every column has a name, a description and a type in the field dictionary. Half the columns earn half the points. (AIR-25)
final class DictionaryRule implements QualityRule<Opened> {

    private static final LangText EXPECTED = LangText.of(
            "每個欄位都有名稱、說明與型別", "name, description and type of every column");

    @Override
    public Metric metric() {
        return Metric.AIR_25;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var names = opened.names();
        var lacking = names.stream().filter(name -> !isDefined(opened, name)).toList();
        if (names.isEmpty()) {
            return Wording.judged(false, LangText.of("讀不到欄位", "no columns could be read"), EXPECTED, List.of(opened.beginning()));
        }
        if (lacking.isEmpty()) {
            return Outcome.passed(
                    names.size(),
                    new Finding(LangText.of(names.size() + " 個欄位皆有說明與型別", "all " + names.size() + " columns are described and typed"), EXPECTED));
        }
        int good = names.size() - lacking.size();
        var share = 2 * good < names.size() ? Share.NONE : Share.of(good, names.size());
        return new Failed(
                new Evidence(
                        names.size(),
                        lacking.size(),
                        new Finding(Texts.around("缺說明或型別：", "without description or type: ", Texts.names(lacking), "", ""), EXPECTED),
                        opened.headers(lacking)),
                share);
    }

    private static boolean isDefined(Opened opened, String name) {
        var words = opened.question().reference().readiness();
        return opened.declared(name)
                .filter(field -> field.description().filter(text -> !words.isPlaceholder(text)).isPresent())
                .flatMap(FieldDescription::type)
                .isPresent();
    }
}
