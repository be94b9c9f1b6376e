package tw.touchstone.vocabulary.profile;

import org.apache.jena.graph.NodeFactory;
import tw.touchstone.model.FieldDefinition;
import tw.touchstone.model.FieldReference;

/// Says what a field dictionary says about one column. (CSVW)
final class FieldWriter {

    static final String UNITS = "http://qudt.org/vocab/unit/";

    private FieldWriter() {}

    static void write(FieldDefinition field, Statements column, Statements schema) {
        column.texts(Terms.RDFS_LABEL, field.title());
        field.type().ifPresent(type ->
                column.link(Terms.CSVW_DATATYPE, NodeFactory.createURI(Terms.XSD + type.code())));
        field.unit().ifPresent(unit -> unit(unit, column));
        field.codeList().ifPresent(each -> column.iri(Terms.QB_CODE_LIST, each));
        column.list(Terms.CSVW_NULL, field.nullMarkers());
        column.flag(Terms.CSVW_REQUIRED, field.required());
        if (field.key()) {
            schema.link(Terms.CSVW_PRIMARY_KEY, column.subject());
        }
        field.references().ifPresent(each -> references(each, column, schema));
    }

    private static void unit(String unit, Statements column) {
        if (unit.startsWith(UNITS) && CleanIri.isClean(unit)) {
            column.link(Terms.QUDT_UNIT, NodeFactory.createURI(unit));
        } else {
            column.text(Terms.UNIT_TEXT, unit);
        }
    }

    private static void references(FieldReference reference, Statements column, Statements schema) {
        var key = column.about("-key");
        schema.link(Terms.CSVW_FOREIGN_KEY, key.subject());
        key.link(Terms.CSVW_COLUMN_REFERENCE, column.subject());
        var target = column.about("-reference");
        key.link(Terms.CSVW_REFERENCE, target.subject());
        target.iri(Terms.CSVW_RESOURCE, reference.resource());
        target.text(Terms.CSVW_COLUMN_REFERENCE, reference.field());
    }
}
