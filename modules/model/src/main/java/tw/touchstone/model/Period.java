package tw.touchstone.model;

import java.time.LocalDate;
import java.util.Optional;

/// A span of days, both ends included; an open end is empty. (`dct:PeriodOfTime`)
///
/// A period that ends before it starts can be declared, and is then a finding, not an error.
public record Period(Optional<LocalDate> start, Optional<LocalDate> end) {}
