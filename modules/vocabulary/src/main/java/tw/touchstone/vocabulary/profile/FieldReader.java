package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.util.Optional;
import org.apache.jena.graph.Node;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldReference;
import tw.touchstone.model.FieldType;

/// Reads what [FieldWriter] wrote, and CSVW columns as strangers write them.
final class FieldReader {

    private FieldReader() {}

    static FieldDefinition definition(Description column, Description schema) {
        return new FieldDefinition(
                column.texts(Terms.RDFS_LABEL),
                type(column),
                unit(column),
                column.iri(Terms.QB_CODE_LIST),
                column.list(Terms.CSVW_NULL),
                column.flag(Terms.CSVW_REQUIRED),
                schema.objects(Terms.CSVW_PRIMARY_KEY).anyMatch(node -> names(node, column)),
                references(column, schema));
    }

    private static Optional<FieldType> type(Description column) {
        return column.objects(Terms.CSVW_DATATYPE)
                .flatMap(node -> Foreign.plainText(node).stream())
                .map(text -> text.substring(Math.max(text.lastIndexOf('#'), text.lastIndexOf(':')) + 1))
                .flatMap(code -> FieldType.ofCode(code).stream())
                .sorted()
                .findFirst();
    }

    private static Optional<String> unit(Description column) {
        return column.iri(Terms.QUDT_UNIT).map(URI::toString).or(() -> column.text(Terms.UNIT_TEXT));
    }

    private static Optional<FieldReference> references(Description column, Description schema) {
        return schema.each(Terms.CSVW_FOREIGN_KEY).stream()
                .filter(key -> key.objects(Terms.CSVW_COLUMN_REFERENCE).anyMatch(node -> names(node, column)))
                .flatMap(key -> key.each(Terms.CSVW_REFERENCE).stream())
                .flatMap(target -> target.iri(Terms.CSVW_RESOURCE)
                        .map(resource -> new FieldReference(
                                resource, target.text(Terms.CSVW_COLUMN_REFERENCE).orElse("")))
                        .stream())
                .findFirst();
    }

    /// Whether a reference, by node or by name, is to this column.
    private static boolean names(Node reference, Description column) {
        return reference.equals(column.subject())
                || (reference.isLiteral()
                        && column.objects(Terms.CSVW_NAME)
                                .anyMatch(name -> name.isLiteral()
                                        && name.getLiteralLexicalForm().equals(reference.getLiteralLexicalForm())));
    }
}
