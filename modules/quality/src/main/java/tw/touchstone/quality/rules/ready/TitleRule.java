package tw.touchstone.quality.rules.ready;

import java.util.regex.Pattern;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;

/// The title is Chinese and a title: no file name, not the name of the agency alone. (AIR-01)
final class TitleRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 4;
    private static final Pattern FILE = Pattern.compile("\\S+\\.[A-Za-z0-9]{2,5}|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+");
    private static final LangText EXPECTED = LangText.of(
            "至少四字的中文標題，不是檔名，也不只是機關名稱",
            "a Chinese title of at least four characters that is no file name and not the agency's name alone");

    @Override
    public Metric metric() {
        return Metric.AIR_01;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var title = question.dataset().title();
        var zh = Wording.zh(title).map(String::strip).orElse("");
        boolean holds = zh.codePointCount(0, zh.length()) >= LEAST
                && !FILE.matcher(zh).matches()
                && !question.reference().readiness().isPlaceholder(zh)
                && !isAgency(question, zh);
        return Wording.judged(holds, Wording.quoted(title), EXPECTED);
    }

    private static boolean isAgency(DatasetQuestion question, String zh) {
        return question.dataset()
                .publisher()
                .flatMap(question.reference().readiness()::agency)
                .filter(name -> name.byLanguage().containsValue(zh))
                .isPresent();
    }
}
