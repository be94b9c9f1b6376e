package tw.touchstone.quality.rules.star;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.quality.FieldName;
import tw.touchstone.quality.rules.reading.FieldNames;

/// Declared fields that are in the file and whose codes come from a list with an IRI.
record CodedColumns(List<FieldDescription> fields) {

    static CodedColumns of(OpenedFile file) {
        var found = FieldNames.of(file.bytes())
                .map(names -> names.all().stream().map(FieldName::fold).collect(Collectors.toSet()))
                .orElse(Set.of());
        return new CodedColumns(file.declared().fields().stream()
                .filter(field -> found.contains(FieldName.fold(field.name())))
                .filter(field -> codeList(field).filter(URI::isAbsolute).isPresent())
                .toList());
    }

    List<String> names() {
        return fields.stream().map(FieldDescription::name).toList();
    }

    List<URI> lists() {
        return fields.stream().flatMap(field -> codeList(field).stream()).toList();
    }

    private static Optional<URI> codeList(FieldDescription field) {
        return field.definition().flatMap(FieldDefinition::codeList);
    }
}
