package tw.touchstone.catalog.querying;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;

/// What results are written in: tables for `SELECT` and `ASK`, RDF for `CONSTRUCT` and `DESCRIBE`.
public enum ResultSyntax {
    JSON("application/sparql-results+json", true),
    XML("application/sparql-results+xml", true),
    CSV("text/csv", true),
    TSV("text/tab-separated-values", true),
    TURTLE("text/turtle", false),
    JSON_LD("application/ld+json", false),
    RDF_XML("application/rdf+xml", false),
    N_TRIPLES("application/n-triples", false);

    private final String mediaType;
    private final boolean table;

    ResultSyntax(String mediaType, boolean table) {
        this.mediaType = mediaType;
        this.table = table;
    }

    /// Those that carry a table, or those that carry a graph; the first is the usual one.
    public static List<ResultSyntax> of(boolean table) {
        return Arrays.stream(values()).filter(each -> each.table == table).toList();
    }

    /// For example `text/csv`; all are UTF-8.
    public String mediaType() {
        return mediaType;
    }

    Lang table() {
        return switch (this) {
            case JSON -> ResultSetLang.RS_JSON;
            case XML -> ResultSetLang.RS_XML;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            default -> throw new IllegalStateException(this + " carries a graph");
        };
    }

    RDFFormat graph() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case JSON_LD -> RDFFormat.JSONLD11_PLAIN;
            case RDF_XML -> RDFFormat.RDFXML_PLAIN;
            case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
            default -> throw new IllegalStateException(this + " carries a table");
        };
    }
}
