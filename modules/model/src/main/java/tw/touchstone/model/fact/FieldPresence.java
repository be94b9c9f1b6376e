package tw.touchstone.model.fact;

import java.util.Optional;

/// A field of a tree's records and in how many of them it is present.
///
/// @param values what stands in it; empty where it holds objects or lists
public record FieldPresence(String name, long present, Optional<ColumnProfile> values) {}
