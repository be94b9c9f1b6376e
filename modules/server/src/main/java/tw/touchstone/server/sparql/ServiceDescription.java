package tw.touchstone.server.sparql;

import java.net.URI;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import tw.touchstone.model.Iris;

/// What the endpoint says of itself. (SPARQL 1.1 Service Description; VoID)
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private final Model model = ModelFactory.createDefaultModel();
    private final Iris iris;

    private ServiceDescription(Iris iris) {
        this.iris = iris;
    }

    /// The service: SPARQL 1.1 queries, no updates; the default graph is all graphs together.
    static Graph of(Iris iris) {
        return new ServiceDescription(iris).service();
    }

    /// The catalogue as a linked dataset.
    ///
    /// @param datasets how many are published
    static Graph statistics(Iris iris, long datasets) {
        return new ServiceDescription(iris).linked(datasets);
    }

    private Graph service() {
        var service = at("sparql#service");
        service.addProperty(RDF.type, sd("Service"));
        service.addProperty(property(SD, "endpoint"), at("sparql"));
        service.addProperty(property(SD, "supportedLanguage"), sd("SPARQL11Query"));
        service.addProperty(property(SD, "feature"), sd("UnionDefaultGraph"));
        for (var format : List.of(
                "SPARQL_Results_JSON",
                "SPARQL_Results_XML",
                "SPARQL_Results_CSV",
                "SPARQL_Results_TSV",
                "Turtle",
                "JSON-LD",
                "RDF_XML",
                "N-Triples")) {
            service.addProperty(property(SD, "resultFormat"), model.createResource(FORMATS + format));
        }
        var dataset = at("sparql#dataset");
        dataset.addProperty(RDF.type, sd("Dataset"));
        service.addProperty(property(SD, "defaultDataset"), dataset);
        var graph = at("sparql#default-graph");
        graph.addProperty(RDF.type, sd("Graph"));
        dataset.addProperty(property(SD, "defaultGraph"), graph);
        return model.getGraph();
    }

    private Graph linked(long datasets) {
        var set = at("catalog#void");
        set.addProperty(RDF.type, model.createResource(VOID + "Dataset"));
        set.addProperty(DCTerms.title, "試金石開放資料目錄", "zh-Hant-TW");
        set.addProperty(DCTerms.title, "Touchstone open data catalogue", "en");
        set.addProperty(property(VOID, "sparqlEndpoint"), at("sparql"));
        set.addProperty(property(VOID, "dataDump"), at("catalog.nq.gz"));
        set.addProperty(property(VOID, "uriSpace"), iris.base() + "datasets/");
        set.addProperty(property(VOID, "rootResource"), at("catalog"));
        set.addLiteral(property(VOID, "documents"), datasets);
        for (var vocabulary : List.of("http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "http://www.w3.org/ns/dqv#")) {
            set.addProperty(property(VOID, "vocabulary"), model.createResource(vocabulary));
        }
        return model.getGraph();
    }

    private Resource at(String path) {
        return model.createResource(URI.create(iris.base() + path).toString());
    }

    private Resource sd(String name) {
        return model.createResource(SD + name);
    }

    private Property property(String namespace, String name) {
        return model.createProperty(namespace, name);
    }
}
