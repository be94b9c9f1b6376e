package tw.touchstone.model.fact;

/// A value and how often it stands in its column.
public record ValueCount(String value, long count) {}
