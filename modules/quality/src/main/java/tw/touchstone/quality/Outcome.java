package tw.touchstone.quality;

import java.util.List;
import tw.touchstone.model.LangText;

/// What a rule concluded. Only [Passed] and [Failed] are verdicts; the others say why there is none.
public sealed interface Outcome {

    /// Everything is as it should be: all that the metric is worth is earned.
    record Passed(Evidence evidence) implements Outcome {}

    /// Something is not as it should be.
    ///
    /// @param earned how much is earned all the same, in policies that give points; never all of it
    record Failed(Evidence evidence, Share earned) implements Outcome {

        /// @throws IllegalArgumentException if all is earned, which is a pass
        public Failed {
            if (earned.equals(Share.WHOLE)) {
                throw new IllegalArgumentException("what earns everything has passed");
            }
        }

        /// A failure that earns nothing.
        public Failed(Evidence evidence) {
            this(evidence, Share.NONE);
        }
    }

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
        /// There was a verdict once, but nothing could be concluded for so long that it no longer stands.
        LAPSED,
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

    /// Whether there may be a verdict later: not measured, and not for want of a sound base.
    default boolean isOpen() {
        return !holds() && !blocks();
    }
}
