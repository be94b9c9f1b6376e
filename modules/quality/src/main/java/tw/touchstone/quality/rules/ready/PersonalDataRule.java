package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.fact.FormCount;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// Personal data is declared, and none is found that is not. A gate. (AIR-33)
///
/// Looked for are national and resident identity numbers and card numbers with their check digits, mobile numbers and e-mail
/// addresses; places are masked. Passport numbers have no check digit and are not looked for.
final class PersonalDataRule implements QualityRule<Opened> {

    private static final int LEAST = 4;
    private static final LangText EXPECTED = LangText.of(
            "個人資料說明與檔案內容一致", "a statement about personal data that agrees with the file");

    @Override
    public Metric metric() {
        return Metric.AIR_33;
    }

    @Override
    public Outcome evaluate(Opened opened) {
        var unreadable = opened.unreadable(EXPECTED);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        var statement = opened.question().dataset().limits().orElse(Limits.NONE).personalData();
        if (!Wording.says(statement, LEAST, opened.question().reference().readiness())) {
            return Wording.judged(false, Wording.quoted(statement), EXPECTED);
        }
        var found = opened.columns().stream()
                .flatMap(column -> column.forms().stream())
                .filter(each -> each.form().isPersonal() && each.count() > 0)
                .toList();
        long hits = found.stream().mapToLong(FormCount::count).sum();
        var forms = Texts.names(found.stream().map(each -> each.form().id()).distinct().toList());
        var finding = new Finding(
                hits == 0 ? LangText.of("未發現", "none was found") : Texts.around("發現 " + hits + " 筆：", hits + " values: ", forms, "", ""),
                EXPECTED);
        return hits == 0 || !Wording.isDenial(statement)
                ? Outcome.passed(opened.rows(), finding)
                : new Failed(new Evidence(
                        opened.rows(), hits, finding, opened.formed(ValueForm::isPersonal)));
    }
}
