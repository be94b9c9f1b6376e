package tw.touchstone.quality.rules.mqa;

import java.util.List;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Evidence;
import tw.touchstone.quality.Finding;
import tw.touchstone.quality.Outcome;
import tw.touchstone.quality.Outcome.Failed;
import tw.touchstone.quality.QualityRule;
import tw.touchstone.quality.rules.reading.Texts;

/// A rule that asks whether the metadata says a thing at all, whatever it says.
interface AvailabilityRule<F> extends QualityRule<F> {

    /// What is asked for, for example `a licence`.
    LangText wanted();

    /// How many of it are given.
    long given(F facts);

    @Override
    default Outcome evaluate(F facts) {
        long given = given(facts);
        var expected = Texts.around("填寫", "", wanted(), "", " in the metadata");
        if (given > 0) {
            var seen = Texts.around("已填寫", "", wanted(), "（" + given + " 項）", " (" + given + " given)");
            return Outcome.passed(given, new Finding(seen, expected));
        }
        var seen = Texts.around("沒有填寫", "without ", wanted(), "", "");
        return new Failed(new Evidence(0, 1, new Finding(seen, expected), List.of()));
    }
}
