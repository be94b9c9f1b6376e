package tw.touchstone.vocabulary.profile;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;

/// The catalogue itself in DCAT, page by page. (DCAT-AP 3.0.1, class Catalogue; Hydra core)
///
/// A page is of both kinds that harvesters look for, `hydra:PagedCollection` and `hydra:PartialCollectionView`, and leads on
/// by both `hydra:nextPage` and `hydra:next`.
public final class CatalogRdf {

    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final Node WITHDRAWN =
            node("http://publications.europa.eu/resource/authority/dataset-status/WITHDRAWN");
    private static final Node CATALOG = node(Terms.DCAT + "Catalog");
    private static final Node ADMS_STATUS = node(Terms.ADMS + "status");
    private static final Node DATASET = node(Terms.DCAT + "dataset");
    private static final Node RECORD = node(Terms.DCAT + "record");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Iris iris;
    private final Statements catalogue;

    /// What the catalogue says of itself.
    ///
    /// @param publisher who answers for it
    /// @param licence   of the metadata
    public record Description(LangText title, LangText description, LangText publisher, URI licence) {}

    /// Where a page stands among others. Addresses are absolute.
    ///
    /// @param total datasets and tombstones on all pages
    public record Place(
            URI page,
            URI first,
            Optional<URI> previous,
            Optional<URI> next,
            URI last,
            int size,
            long total) {}

    /// Begins with the catalogue's description.
    public CatalogRdf(Description description, Iris iris) {
        this.iris = iris;
        this.catalogue = new Statements(graph, node(iris.catalog().toString()));
        catalogue.link(Terms.RDF_TYPE, CATALOG);
        catalogue.texts(Terms.DCT_TITLE, description.title());
        catalogue.texts(Terms.DCT_DESCRIPTION, description.description());
        catalogue.link(Terms.DCT_LICENSE, node(description.licence().toString()));
        var publisher = catalogue.nested(Terms.DCT_PUBLISHER, "#publisher", Terms.FOAF_AGENT);
        publisher.texts(Terms.FOAF_NAME, description.publisher());
        catalogue.link(node(Terms.FOAF + "homepage"), node(iris.base().toString()));
        new Statements(graph, node(iris.base().toString())).link(Terms.RDF_TYPE, node(Terms.FOAF + "Document"));
        catalogue.languages(List.of(LangText.EN, LangText.ZH));
        for (var scheme : List.of("theme", "service")) {
            catalogue.link(node(Terms.DCAT + "themeTaxonomy"), node(Terms.SCHEMES + scheme));
            new Statements(graph, node(Terms.SCHEMES + scheme)).link(Terms.RDF_TYPE, node(Terms.SKOS + "ConceptScheme"));
        }
        schemeTitles();
    }

    private void schemeTitles() {
        var title = Terms.DCT_TITLE;
        new Statements(graph, node(Terms.SCHEMES + "theme")).texts(title, LangText.of("高應用價值主題", "High-value themes"));
        new Statements(graph, node(Terms.SCHEMES + "service")).texts(title, LangText.of("服務分類", "Service classes"));
    }

    /// When the catalogue last changed.
    public CatalogRdf changed(Instant at) {
        catalogue.instant(Terms.DCT_MODIFIED, at);
        return this;
    }

    /// Adds a dataset that belongs to the catalogue.
    public CatalogRdf dataset(DatasetId id, Graph description) {
        belongs(catalogue, id, iris);
        description.find().forEach(graph::add);
        return this;
    }

    /// Only that a dataset and its record belong to the catalogue, for whom describes them elsewhere.
    public static Graph membership(DatasetId id, Iris iris) {
        var graph = GraphFactory.createDefaultGraph();
        belongs(new Statements(graph, node(iris.catalog().toString())), id, iris);
        return graph;
    }

    private static void belongs(Statements catalogue, DatasetId id, Iris iris) {
        catalogue.link(DATASET, node(iris.dataset(id).toString()));
        catalogue.link(RECORD, node(iris.record(id).toString()));
    }

    /// Adds the tombstone of a withdrawn one: a record without a dataset, so that nobody takes it for one.
    public CatalogRdf withdrawn(DatasetId id, Instant at, String reason) {
        var record = new Statements(graph, node(iris.record(id).toString()));
        catalogue.link(RECORD, record.subject());
        record.link(Terms.RDF_TYPE, Terms.DCAT_CATALOG_RECORD);
        record.link(Terms.FOAF_PRIMARY_TOPIC, node(iris.dataset(id).toString()));
        record.link(ADMS_STATUS, WITHDRAWN);
        record.instant(Terms.DCT_MODIFIED, at);
        if (!reason.isBlank()) {
            record.text(Terms.DCT_DESCRIPTION, reason);
        }
        return this;
    }

    /// Says where the page stands.
    public CatalogRdf page(Place place) {
        var page = new Statements(graph, node(place.page().toString()));
        page.link(Terms.RDF_TYPE, hydra("PagedCollection"));
        page.link(Terms.RDF_TYPE, hydra("PartialCollectionView"));
        number(page, "totalItems", place.total());
        number(page, "itemsPerPage", place.size());
        leads(page, place.first(), "first", "firstPage");
        leads(page, place.last(), "last", "lastPage");
        place.previous().ifPresent(each -> leads(page, each, "previous", "previousPage"));
        place.next().ifPresent(each -> leads(page, each, "next", "nextPage"));
        return this;
    }

    public Graph graph() {
        return graph;
    }

    private static void leads(Statements page, URI address, String now, String formerly) {
        page.link(hydra(now), node(address.toString()));
        page.link(hydra(formerly), node(address.toString()));
    }

    private static void number(Statements page, String property, long number) {
        page.link(hydra(property), NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    private static Node hydra(String name) {
        return node(HYDRA + name);
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
