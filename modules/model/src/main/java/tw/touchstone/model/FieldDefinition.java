package tw.touchstone.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What a field dictionary says about a field beside its description. (CSVW column)
///
/// @param title       a name for people, where the column's own is a code (`rdfs:label`)
/// @param type        what its values are (`csvw:datatype`)
/// @param unit        the unit of its values: a QUDT IRI, a UCUM code or a word (`qudt:hasUnit`, `schema:unitText`)
/// @param codeList    IRI of the list its values are taken from (`qb:codeList`)
/// @param nullMarkers texts that stand for "no value" (`csvw:null`)
/// @param required    whether every row has a value (`csvw:required`)
/// @param key         whether it is part of the key by which rows are told apart (`csvw:primaryKey`)
/// @param references  whose values it takes
public record FieldDefinition(
        LangText title,
        Optional<FieldType> type,
        Optional<String> unit,
        Optional<URI> codeList,
        List<String> nullMarkers,
        boolean required,
        boolean key,
        Optional<FieldReference> references) {

    /// Nothing is stated.
    public static final FieldDefinition NONE = new FieldDefinition(
            LangText.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            false,
            Optional.empty());

    public FieldDefinition {
        unit = unit.map(String::strip).filter(text -> !text.isEmpty());
        nullMarkers = nullMarkers.stream().distinct().toList();
    }

    /// A definition that says the type only.
    public static FieldDefinition of(FieldType type) {
        return new FieldDefinition(
                LangText.NONE,
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                Optional.empty());
    }

    /// The same definition with another reference.
    public FieldDefinition referring(FieldReference to) {
        return new FieldDefinition(title, type, unit, codeList, nullMarkers, required, key, Optional.of(to));
    }

    /// Whether nothing is stated.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
