package tw.touchstone.server.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.SourceRef;
import tw.touchstone.server.RunningServer;
import tw.touchstone.vocabulary.conformance.Conformance;
import tw.touchstone.vocabulary.conformance.Severity;
import tw.touchstone.vocabulary.profile.DatasetRdf;
import tw.touchstone.vocabulary.profile.EuropeanTerms;
import tw.touchstone.vocabulary.profile.ForeignReading;
import tw.touchstone.vocabulary.profile.ParseResult;
import tw.touchstone.vocabulary.profile.RdfSyntax;

/// The samples of the project, as they are served, against our shapes and those of DCAT-AP 3.
///
/// SEMIC's shapes are not part of the project: `-Ddcat-ap.shapes=FILE` names them, and without it what needs them is skipped.
class DcatApIT {

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static List<DatasetId> samples;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home, "--touchstone.samples=" + Path.of("../../datasets").toAbsolutePath().normalize());
        var ids = new ArrayList<DatasetId>();
        server.catalog().store().forEachDataset(dataset -> ids.add(dataset.id()));
        samples = List.copyOf(ids);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theSamplesViolateNothingOfOurProfile() throws Exception {
        var ours = Conformance.load();
        assertThat(samples).hasSizeGreaterThan(10);
        for (var id : samples) {
            assertThat(ours.check(turtle("/datasets/" + id + ".ttl")).of(Severity.VIOLATION)).as(id.value()).isEmpty();
        }
    }

    @Test
    void theSamplesAndTheCatalogueViolateNothingOfTheEuropeanOne() throws Exception {
        var european = europeanShapes();
        for (var id : samples) {
            assertThat(violations(european, turtle("/datasets/" + id + ".ttl"))).as(id.value()).isEmpty();
        }
        assertThat(violations(european, turtle("/catalog.ttl"))).isEmpty();
    }

    @Test
    void theEuropeanShapesWouldSaySo() throws Exception {
        var european = europeanShapes();
        var graph = turtle("/datasets/" + samples.getFirst() + ".ttl");
        graph.remove(Node.ANY, DCTerms.title.asNode(), Node.ANY);
        assertThat(violations(european, graph)).anyMatch(each -> each.contains("title"));
    }

    /// What goes out and comes in again as somebody else's description goes out the same.
    @Test
    void whatIsServedAndReadAgainIsTheSameGraph() throws Exception {
        var iris = server.catalog().settings().iris();
        var european = EuropeanTerms.load();
        for (var id : samples) {
            var bytes = server.get("/datasets/" + id + ".jsonld").body().getBytes(StandardCharsets.UTF_8);
            var parsed = RdfSyntax.parse(
                    new ByteArrayInputStream(bytes), RdfSyntax.JSON_LD, URI.create(RunningServer.BASE), RdfSyntax.Limits.DATASET);
            var served = ((ParseResult.Parsed) parsed).graph();
            var source = server.catalog().store().dataset(id).orElseThrow().source();
            var draft = (ForeignReading.Draft) DatasetRdf.fromForeign(served, id, new SourceRef(source.source(), source.identifier()), iris);
            var registered = server.catalog().store().dataset(id).orElseThrow().registered();
            var again = european.addTo(DatasetRdf.write(draft.dataset().with().registered(registered).build(), iris));

            // Who the agency is, and when the record last changed, the catalogue says and not the dataset.
            var wanted = GraphFactory.createDefaultGraph();
            served.find()
                    .filterKeep(each -> !each.getSubject().toString().contains("/agencies/")
                            && !(each.getSubject().toString().endsWith("#record")
                                    && each.getPredicate().equals(DCTerms.modified.asNode())))
                    .forEach(wanted::add);
            assertThat(again.isIsomorphicWith(wanted))
                    .as("%s: lost %s, new %s", id, without(wanted, again), without(again, wanted))
                    .isTrue();
        }
    }

    private static List<String> without(Graph one, Graph other) {
        return one.find().filterDrop(other::contains).mapWith(Object::toString).toList();
    }

    private static Shapes europeanShapes() throws IOException {
        var named = Optional.ofNullable(System.getProperty("dcat-ap.shapes"));
        assumeTrue(named.isPresent(), "-Ddcat-ap.shapes=FILE names the shapes of DCAT-AP 3");
        try (var file = Files.newInputStream(Path.of(named.orElseThrow()))) {
            var graph = GraphFactory.createDefaultGraph();
            RDFParser.source(file).lang(Lang.TURTLE).parse(graph);
            return ShaclValidator.get().parse(graph);
        }
    }

    /// Violations, but not that the document does not say of which class a thing is that it only names: a term of a list, a
    /// file, a page. The shapes mean to be used beside those lists.
    private static List<String> violations(Shapes shapes, Graph graph) {
        // As the ontology of DCAT says.
        graph.add(DCAT.Dataset.asNode(), RDFS.subClassOf.asNode(), DCAT.Resource.asNode());
        return ShaclValidator.get().validate(shapes, graph).getEntries().stream()
                .filter(each -> each.severity().equals(org.apache.jena.shacl.validation.Severity.Violation))
                .filter(each -> !isResource(each))
                .filter(each -> !(each.message().startsWith("ClassConstraint") && isOnlyNamed(graph, each.value())))
                .map(each -> each.focusNode() + " " + each.resultPath() + " " + each.value() + ": " + each.message())
                .toList();
    }

    private static boolean isOnlyNamed(Graph graph, Node value) {
        return value.isURI() && !graph.contains(value, Node.ANY, Node.ANY);
    }

    /// Everything is one. (RDF Schema, section 2.1)
    private static boolean isResource(ReportEntry entry) {
        return entry.message().startsWith("ClassConstraint[rdfs:Resource]");
    }

    private static Graph turtle(String path) throws Exception {
        var answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
        return graph;
    }
}
