package tw.touchstone.server.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.BASE;
import static tw.touchstone.server.RunningServer.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.server.RunningServer;

/// In order, since later tests change what earlier ones count.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogIT {

    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        Registered.register(server, IntStream.rangeClosed(1, 250));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "ttl,    text/turtle;charset=utf-8, TURTLE",
        "jsonld, application/ld+json,       JSON-LD",
        "rdf,    application/rdf+xml,       RDF/XML",
        "nt,     application/n-triples,     N-Triples"
    })
    void everySyntaxIsParsedWithoutAWarningAndSaysTheSame(String suffix, String type, String language) throws Exception {
        var page = server.get("/catalog." + suffix);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains(type);

        var datasets = datasets(parse(page.body(), RDFLanguages.nameToLang(language)));
        assertThat(datasets).hasSize(100).contains(BASE + "datasets/0001", BASE + "datasets/0100");
    }

    @Test
    @Order(2)
    void everyPageIsReachedByEitherPropertyAndSaysHowManyThereAre() throws Exception {
        for (var property : List.of("next", "nextPage")) {
            var found = walk("/catalog.ttl", property);
            assertThat(found).hasSize(250).doesNotHaveDuplicates().isSorted();
        }
        var first = parse(server.get("/catalog.ttl").body(), Lang.TURTLE);
        assertThat(literal(first, BASE + "catalog.ttl?page=1", "totalItems")).contains("250");
        assertThat(link(first, BASE + "catalog.ttl?page=1", "last")).contains(BASE + "catalog.ttl?page=3");
        var last = parse(server.get("/catalog.ttl?page=3").body(), Lang.TURTLE);
        assertThat(datasets(last)).hasSize(50);
        assertThat(link(last, BASE + "catalog.ttl?page=3", "next")).isEmpty();
    }

    @Test
    @Order(3)
    void theCatalogueSaysWhoPublishesItAndUnderWhichLicence() throws Exception {
        var first = parse(server.get("/catalog.ttl").body(), Lang.TURTLE);
        var catalogue = NodeFactory.createURI(BASE + "catalog");
        assertThat(first.contains(catalogue, DCTerms.publisher.asNode(), NodeFactory.createURI(BASE + "catalog#publisher")))
                .isTrue();
        assertThat(first.contains(catalogue, DCTerms.license.asNode(), NodeFactory.createURI("https://data.gov.tw/license")))
                .isTrue();
        assertThat(first.contains(catalogue, NodeFactory.createURI("http://xmlns.com/foaf/0.1/homepage"), NodeFactory.createURI(BASE)))
                .isTrue();
    }

    @Test
    @Order(4)
    void aKnownPageIsNotSentAgain() throws Exception {
        var first = server.get("/catalog.ttl?page=2");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = server.get("/catalog.ttl?page=2", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(first.headers().firstValue("Touchstone-Change-Number")).isPresent();
    }

    @Order(5)
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "page=0                     | 400 | page",
        "page=x                     | 400 | page",
        "page=1&page=2              | 400 | page",
        "pgae=1                     | 400 | pgae",
        "after=a%2Fb                | 400 | after",
        "modified_since=yesterday   | 400 | modified_since",
        "modified_since=2026-13-01  | 400 | modified_since",
        "page=4                     | 404 | ",
        "page=999999                | 404 | ",
        "page=%FF                   | 400 | "
    })
    void badQuestionsAreRefusedByName(String query, int status, @Nullable String field) throws Exception {
        var answer = server.get("/catalog.ttl?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("field").asString("")).isEqualTo(field == null ? "" : field);
    }

    @Order(6)
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/turtle                     | 200 | text/turtle;charset=utf-8",
        "application/rdf+xml             | 200 | application/rdf+xml",
        "text/html,application/ld+json;q=0.5 | 303 | ",
        "*/*                             | 303 | "
    })
    void theCatalogueIsNegotiated(String accept, int status, @Nullable String type) throws Exception {
        var answer = server.get("/catalog", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept");
        if (type != null) {
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        }
    }

    @Test
    @Order(7)
    void otherSitesMayReadItAndHeadersAreHadWithoutIt() throws Exception {
        var read = server.send(server.request("/catalog.ttl").header("Origin", "https://other.example.tw").GET());
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var head = server.send(server.request("/catalog.nq.gz").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    @Order(8)
    void aDumpHasEveryGraphAndEveryDatasetAsItsOwnDocumentHasIt() throws Exception {
        var answer = server.bytes(server.request("/catalog.nq.gz"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/gzip");
        var dump = DatasetGraphFactory.create();
        RDFParser.source(new GZIPInputStream(new ByteArrayInputStream(answer.body())))
                .lang(Lang.NQUADS)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
                .parse(dump);

        var name = NodeFactory.createURI(BASE + "datasets/0007");
        var alone = parse(server.get("/datasets/0007.nt").body(), Lang.NTRIPLES);
        assertThat(dump.getGraph(name).isIsomorphicWith(alone)).isTrue();
        assertThat(datasets(dump.getGraph(NodeFactory.createURI(BASE + "catalog")))).hasSize(250);
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/catalog.nq.gz", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    @Order(9)
    void theLinesOfTheOtherDumpAreOurDocuments() throws Exception {
        var answer = server.bytes(server.request("/catalog.jsonl.gz"));
        var text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(250).allMatch(line -> line.startsWith("{\"id\":\"") && line.endsWith("}"));
    }

    @Test
    @Order(10)
    void aWalkMeetsWhatStaysOnceWhateverComesAndGoesMeanwhile() throws Exception {
        var first = parse(server.get("/catalog.ttl").body(), Lang.TURTLE);
        var next = link(first, BASE + "catalog.ttl?page=1", "next").orElseThrow();
        // Before where the walk stands: a count of pages would now leave out or repeat some.
        Registered.withdraw(server, 3, "重複");
        Registered.withdraw(server, 4, "重複");
        Registered.register(server, IntStream.rangeClosed(251, 260));

        var found = new ArrayList<>(datasets(first));
        found.addAll(walk(next.substring(BASE.length() - 1), "next"));
        assertThat(found).doesNotHaveDuplicates().hasSize(260);
    }

    @Test
    @Order(11)
    void whoAsksWhatChangedIsToldWhatIsGone() throws Exception {
        var since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Registered.withdraw(server, 200, "個資疑慮");
        Registered.register(server, IntStream.of(261));

        var page = parse(server.get("/catalog.ttl?modified_since=" + since).body(), Lang.TURTLE);
        assertThat(datasets(page)).containsExactly(BASE + "datasets/0261");
        var record = NodeFactory.createURI(BASE + "datasets/0200#record");
        assertThat(page.contains(record, NodeFactory.createURI("http://www.w3.org/ns/adms#status"), Node.ANY)).isTrue();
        assertThat(page.contains(record, DCTerms.description.asNode(), NodeFactory.createLiteralString("個資疑慮"))).isTrue();
        assertThat(datasets(parse(server.get("/catalog.ttl?page=2").body(), Lang.TURTLE))).doesNotContain(BASE + "datasets/0200");

        var gone = server.get("/datasets/0200.ttl");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(json(gone).get("reason").asString()).isEqualTo("個資疑慮");
    }

    private static List<String> walk(String from, String property) throws Exception {
        var found = new ArrayList<String>();
        var seen = new HashSet<String>();
        var next = Optional.of(from);
        while (next.isPresent() && seen.add(next.get())) {
            var page = parse(server.get(next.get()).body(), Lang.TURTLE);
            found.addAll(datasets(page));
            next = page.find(Node.ANY, NodeFactory.createURI(HYDRA + property), Node.ANY)
                    .mapWith(each -> each.getObject().getURI().substring(BASE.length() - 1))
                    .toList()
                    .stream()
                    .findFirst();
        }
        return found;
    }

    private static List<String> datasets(Graph page) {
        return page.find(NodeFactory.createURI(BASE + "catalog"), DCAT.dataset.asNode(), Node.ANY)
                .mapWith(each -> each.getObject().getURI())
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private static Optional<String> link(Graph page, String subject, String property) {
        return page.find(NodeFactory.createURI(subject), NodeFactory.createURI(HYDRA + property), Node.ANY)
                .mapWith(each -> each.getObject().getURI())
                .toList()
                .stream()
                .findFirst();
    }

    private static Optional<String> literal(Graph page, String subject, String property) {
        return page.find(NodeFactory.createURI(subject), NodeFactory.createURI(HYDRA + property), Node.ANY)
                .mapWith(each -> each.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .findFirst();
    }

    private static Graph parse(String text, Lang syntax) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, syntax)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
                .parse(graph);
        return graph;
    }
}
