package tw.touchstone.quality;

import java.util.Optional;

/// What a dataset holds under a policy.
///
/// @param award the code of the label or of the grade
/// @param score that the grade goes by; empty where a policy counts no points
public record Holding(String award, Optional<Points> score) {}
