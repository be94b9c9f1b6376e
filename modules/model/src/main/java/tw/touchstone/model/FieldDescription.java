package tw.touchstone.model;

import java.util.Optional;
import java.util.function.Predicate;

/// One field that a distribution is declared to have. (主要欄位說明, `csvw:column`)
///
/// @param name        the column or element name as the publisher wrote it
/// @param description what the field holds; empty where only a name was declared
/// @param definition  what a field dictionary says besides; never an empty one
public record FieldDescription(String name, Optional<String> description, Optional<FieldDefinition> definition) {

    public FieldDescription {
        definition = definition.filter(Predicate.not(FieldDefinition::isEmpty));
    }

    /// A field as the national portal describes it.
    public FieldDescription(String name, Optional<String> description) {
        this(name, description, Optional.empty());
    }

    /// A field of which only the name is declared.
    public static FieldDescription named(String name) {
        return new FieldDescription(name, Optional.empty());
    }

    /// The same field with another definition.
    public FieldDescription with(FieldDefinition changed) {
        return new FieldDescription(name, description, Optional.of(changed));
    }

    /// The type its values are declared to have.
    public Optional<FieldType> type() {
        return definition.flatMap(FieldDefinition::type);
    }
}
