package tw.touchstone.quality;

/// Judges one kind of fact. Implementations are pure: no clock, no network, no store; safe for use by many threads.
///
/// @param <F> all that the rule reads; complete, since a missing fact never reaches a rule
public interface QualityRule<F> {

    /// What this rule measures.
    Metric metric();

    Outcome evaluate(F facts);
}
