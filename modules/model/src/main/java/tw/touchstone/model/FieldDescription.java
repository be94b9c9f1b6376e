package tw.touchstone.model;

import java.util.Optional;

/// One field that a distribution is declared to have. (主要欄位說明, `csvw:column`)
///
/// @param name        the column or element name as the publisher wrote it
/// @param description what the field holds; empty where only a name was declared
public record FieldDescription(String name, Optional<String> description) {

    /// A field of which only the name is declared.
    public static FieldDescription named(String name) {
        return new FieldDescription(name, Optional.empty());
    }
}
