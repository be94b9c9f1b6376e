package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetFacts;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Cause;
import tw.touchstone.quality.Outcome.NotMeasured;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// The description describes: long enough, more than the title, and not that of another dataset of the agency. (AIR-02)
final class DescriptionRule implements QualityRule<DatasetQuestion> {

    private static final int LEAST = 60;
    private static final int TWIN = 9_000;
    private static final LangText EXPECTED = LangText.of(
            "至少 60 個中文字或 120 個英文字母、不與標題或同機關其他描述雷同的描述",
            "a description of at least 60 Chinese characters or 120 Latin letters, unlike the title and unlike others of the agency");

    @Override
    public Metric metric() {
        return Metric.AIR_02;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var description = question.dataset().description();
        boolean describes = Wording.says(description, LEAST, question.reference().readiness())
                && description.byLanguage().values().stream().noneMatch(text -> isTitle(question, text));
        if (!describes) {
            return Wording.judged(false, Wording.quoted(description), EXPECTED);
        }
        var twin = question.subject().own().twin();
        if (twin.isEmpty()) {
            return new NotMeasured(
                    Cause.NOT_YET,
                    LangText.of("尚未與同機關其他描述比較", "not yet compared with other descriptions of the agency"));
        }
        return Wording.judged(twin.get().similarity().tenThousandths() < TWIN, seen(twin.get()), EXPECTED);
    }

    private static LangText seen(DatasetFacts.Twin twin) {
        var similarity = percent(twin.similarity());
        return twin.nearest()
                .map(id -> LangText.of(
                        "與 " + id.value() + " 的描述相似度 " + similarity,
                        similarity + " like the description of " + id.value()))
                .orElseGet(() -> LangText.of(
                        "同機關沒有雷同的描述", "no other description of the agency is much like it"));
    }

    /// Whether a text is a part of the title or hardly more than it.
    private static boolean isTitle(DatasetQuestion question, String text) {
        return question.dataset().title().byLanguage().values().stream()
                .anyMatch(title -> title.contains(text) || Wording.weight(text.replace(title, "")) < LEAST / 2);
    }

    private static String percent(Share share) {
        return share.tenThousandths() / 100 + " %";
    }
}
