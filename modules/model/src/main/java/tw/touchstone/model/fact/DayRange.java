package tw.touchstone.model.fact;

import java.time.LocalDate;

/// A span of days, both ends included. A month or a year as a value counts from its first to its last day.
public record DayRange(LocalDate first, LocalDate last) {}
