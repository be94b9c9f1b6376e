package tw.touchstone.catalog.mending;

/// A fix and why it is proposed; whether it does good is not known yet.
record Proposal(Fix fix, Ground ground) {}
