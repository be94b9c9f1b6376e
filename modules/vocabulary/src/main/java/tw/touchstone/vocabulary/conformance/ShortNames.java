package tw.touchstone.vocabulary.conformance;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/// How properties and values are written in findings.
final class ShortNames {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://purl.org/dc/terms/", "dct"),
            Map.entry("http://www.w3.org/ns/dcat#", "dcat"),
            Map.entry("http://xmlns.com/foaf/0.1/", "foaf"),
            Map.entry("http://www.w3.org/2006/vcard/ns#", "vcard"),
            Map.entry("http://spdx.org/rdf/terms#", "spdx"),
            Map.entry("http://www.w3.org/2011/content#", "cnt"),
            Map.entry("http://www.w3.org/ns/csvw#", "csvw"),
            Map.entry("http://www.w3.org/ns/adms#", "adms"),
            Map.entry("http://www.w3.org/ns/prov#", "prov"),
            Map.entry("http://mlcommons.org/croissant/RAI/", "rai"),
            Map.entry("http://mlcommons.org/croissant/", "cr"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("https://touchstone.tw/ns/terms#", "tst"));

    private ShortNames() {}

    /// A property path with short names, `|` between alternatives and `/` between steps.
    static String path(Path path) {
        return switch (path) {
            case P_Link link -> iri(link.getNode().getURI());
            case P_Alt alternatives -> path(alternatives.getLeft()) + "|" + path(alternatives.getRight());
            case P_Seq steps -> path(steps.getLeft()) + "/" + path(steps.getRight());
            case P_Inverse inverse -> "^" + path(inverse.getSubPath());
            default -> path.toString();
        };
    }

    /// The text of a literal, an IRI in full, or the label of a blank node.
    static String text(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
    }

    private static String iri(String iri) {
        int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
        var prefix = PREFIXES.get(iri.substring(0, end));
        return prefix == null ? iri : prefix + ":" + iri.substring(end);
    }
}
