package tw.touchstone.quality.rules.mqa;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// The access rights are a term of the list.
final class AccessRightsVocabularyAlignmentRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED = LangText.of("取得限制清單中的用語", "a term of the list of access rights");

    @Override
    public Metric metric() {
        return Metric.MQA_ACCESS_RIGHTS_VOCABULARY_ALIGNMENT;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var rights = question.dataset().accessRights();
        var seen = rights.map(iri -> Texts.shortened(iri))
                .map(iri -> LangText.of(iri, iri))
                .orElse(LangText.of("沒有填寫取得限制", "no access rights are given"));
        var finding = new Finding(seen, EXPECTED);
        return rights.filter(question.reference().terms()::isAccessRight).isPresent()
                ? Outcome.passed(1, finding)
                : new Failed(new Evidence(1, 1, finding, List.of()));
    }
}
