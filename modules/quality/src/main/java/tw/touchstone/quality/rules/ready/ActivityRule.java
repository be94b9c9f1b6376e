package tw.touchstone.quality.rules.ready;

import tw.touchstone.model.Activity;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Provenance;
import tw.touchstone.quality.DatasetQuestion;
import tw.touchstone.quality.Metric;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.Share;

/// It is recorded who produced the data, when and with what. (AIR-11)
final class ActivityRule implements QualityRule<DatasetQuestion> {

    private static final LangText EXPECTED = LangText.of(
            "產製活動的執行者、起或訖，以及所用的系統",
            "an activity with its agent, a start or an end, and what it used");

    @Override
    public Metric metric() {
        return Metric.AIR_11;
    }

    @Override
    public Outcome evaluate(DatasetQuestion question) {
        var activity = question.dataset().provenance().flatMap(Provenance::activity).orElse(Activity.NONE);
        boolean agent = activity.agent().isPresent();
        boolean time = activity.started().isPresent() || activity.ended().isPresent();
        boolean used = !activity.used().isEmpty();
        var seen = LangText.of(
                "執行者" + yes(agent) + "、時間" + yes(time) + "、所用系統" + yes(used),
                "agent " + sign(agent) + ", time " + sign(time) + ", what was used " + sign(used));
        return Wording.earned(Share.of((agent ? 1 : 0) + (time ? 1 : 0) + (used ? 1 : 0), 3), seen, EXPECTED);
    }

    private static String yes(boolean there) {
        return there ? "有" : "無";
    }

    private static String sign(boolean there) {
        return there ? "yes" : "no";
    }
}
