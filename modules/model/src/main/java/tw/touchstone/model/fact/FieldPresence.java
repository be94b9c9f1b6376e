package tw.touchstone.model.fact;

/// A field of a tree's records and in how many of them it is present.
public record FieldPresence(String name, long present) {}
