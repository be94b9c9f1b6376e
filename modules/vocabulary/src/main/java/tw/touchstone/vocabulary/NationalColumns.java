package tw.touchstone.vocabulary;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;

/// Reads the properties of `vocab/terms.ttl` that stand for columns of the national export.
final class NationalColumns {

    private static final Property NATIONAL_COLUMN = ResourceFactory.createProperty(Terms.NS, "nationalColumn");

    private NationalColumns() {}

    static Map<String, URI> load() {
        var file = TurtleFile.load("terms.ttl");
        var columns = new TreeMap<String, URI>();
        file.model().listSubjectsWithProperty(NATIONAL_COLUMN).forEach(property -> {
            for (var name : SchemeReader.texts(property, NATIONAL_COLUMN)) {
                if (columns.put(name, URI.create(property.getURI())) != null) {
                    throw file.mistake(property, "stands for a column that has another property: " + name);
                }
            }
        });
        return Collections.unmodifiableSortedMap(columns);
    }
}
