package tw.touchstone.quality;

import java.util.List;
import tw.touchstone.model.LangText;

/// What a rule concluded. Only [Passed] and [Failed] are verdicts; the others say why there is none.
public sealed interface Outcome {

    record Passed(Evidence evidence) implements Outcome {}

    record Failed(Evidence evidence) implements Outcome {}

    /// The rule asks nothing of this subject, for example an encoding rule and a workbook.
    record NotApplicable(LangText reason) implements Outcome {}

    /// There is no verdict. Never a pass, never a fail.
    record NotMeasured(Cause cause, LangText reason) implements Outcome {}

    /// Why nothing was measured.
    enum Cause {
        /// What this metric builds on was failed: the national engine's `2`.
        PREREQUISITE,
        /// The observation allows no conclusion, for example the host was too busy to answer.
        UNDECIDED,
        /// The fact is not there yet.
        NOT_YET,
        /// The rule itself broke; the scorecard's errors say how.
        ERROR
    }

    /// A pass of everything that was checked.
    static Outcome passed(long checked, Finding finding) {
        return new Passed(new Evidence(checked, 0, finding, List.of()));
    }

    /// Whether a ladder may go on: passed, or not asked.
    default boolean holds() {
        return this instanceof Passed || this instanceof NotApplicable;
    }

    /// Whether what builds on this cannot be judged: failed, or itself without a sound base.
    default boolean blocks() {
        return this instanceof Failed || (this instanceof NotMeasured(var cause, _) && cause == Cause.PREREQUISITE);
    }
}
