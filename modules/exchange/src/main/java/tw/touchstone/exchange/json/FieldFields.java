package tw.touchstone.exchange.json;

import java.util.Optional;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.FieldType;

/// Reads one field of a distribution: its name alone, or an object with all a field dictionary says.
final class FieldFields {

    private final Errors errors;

    FieldFields(Errors errors) {
        this.errors = errors;
    }

    Optional<FieldDescription> read(Fields owner, Node node, String at) {
        if (!(node instanceof Node.Obj)) {
            return owner.text(node, at).flatMap(text -> named(text, node, at)).map(FieldDescription::named);
        }
        return Fields.of(node, at, errors).flatMap(fields -> {
            var name = named(fields.text("name").orElse(""), node, at);
            var description = fields.text("description").map(String::strip).filter(text -> !text.isEmpty());
            var definition = definition(fields);
            fields.end();
            return name.map(text -> new FieldDescription(text, description, Optional.of(definition)));
        });
    }

    private FieldDefinition definition(Fields fields) {
        return new FieldDefinition(
                fields.langText("title"),
                fields.value(
                        "type",
                        FieldType::ofCode,
                        "不是已知的型別，例如 string、integer、decimal 或 date",
                        "is no known type such as string, integer, decimal or date"),
                fields.text("unit"),
                fields.value("codeList", Literals::iri, DocumentationFields.IRI_ZH, DocumentationFields.IRI_EN),
                fields.list("nullMarkers", fields::text),
                fields.flag("required"),
                fields.flag("key"),
                fields.object("references").flatMap(this::reference));
    }

    private Optional<FieldReference> reference(Fields fields) {
        var resource = fields.value(
                "resource", Literals::iri, DocumentationFields.IRI_ZH, DocumentationFields.IRI_EN);
        var field = fields.text("field").map(String::strip).filter(text -> !text.isEmpty());
        fields.end();
        if (fields.get("resource").isEmpty()) {
            fields.error("resource", "須有參照的資源", "the resource that is referred to is required");
        }
        if (field.isEmpty()) {
            fields.error("field", "須有參照的欄位", "the field that is referred to is required");
        }
        return resource.flatMap(iri -> field.map(name -> new FieldReference(iri, name)));
    }

    private Optional<String> named(String text, Node node, String at) {
        var name = text.strip();
        if (name.isEmpty()) {
            errors.add(at, node.line(), "欄位沒有名稱", "the field has no name");
        }
        return Optional.of(name).filter(any -> !any.isEmpty());
    }
}
