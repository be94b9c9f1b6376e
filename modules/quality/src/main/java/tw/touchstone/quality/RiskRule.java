package tw.touchstone.quality;

import java.util.List;

/// Looks for what puts the label of one distribution at risk. Pure, as a [QualityRule] is.
public interface RiskRule {

    Seen look(Question question);

    /// What was found, and the time around the question's instant in which it stays the same.
    record Seen(List<Risk> risks, TimeSpan span) {

        /// Nothing, whatever the time.
        public static final Seen NOTHING = new Seen(List.of(), TimeSpan.UNBOUNDED);

        public Seen {
            risks = List.copyOf(risks);
        }
    }
}
