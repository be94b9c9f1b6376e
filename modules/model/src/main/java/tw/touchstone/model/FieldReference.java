package tw.touchstone.model;

import java.net.URI;

/// The field of another table whose values a field takes. (`csvw:foreignKey`)
///
/// @param resource IRI of the distribution or dataset with that table
/// @param field    its name there
public record FieldReference(URI resource, String field) {}
