package tw.touchstone.catalog.history;

import java.math.BigDecimal;
import java.time.Instant;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import tw.touchstone.model.Sha256;

/// The namespaces and nodes that scorecards in RDF are made of.
final class QualityTerms {

    static final String NS = "https://touchstone.tw/ns/";
    static final String DQV = "http://www.w3.org/ns/dqv#";
    static final String EARL = "http://www.w3.org/ns/earl#";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String PTR = "http://www.w3.org/2009/pointers#";
    static final String DCT = "http://purl.org/dc/terms/";
    static final String OA = "http://www.w3.org/ns/oa#";
    static final Node TYPE = RDF.type.asNode();

    private QualityTerms() {}

    static Node digest(Sha256 digest) {
        return node("urn:sha256:" + digest.hex());
    }

    static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node time(Instant instant) {
        return literal(instant.toString(), XSDDatatype.XSDdateTime);
    }

    static Node literal(BigDecimal number) {
        return literal(number.toPlainString(), XSDDatatype.XSDdecimal);
    }

    static Node literal(String text, RDFDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }
}
