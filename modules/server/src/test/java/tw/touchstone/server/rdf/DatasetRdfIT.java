package tw.touchstone.server.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;
import tw.touchstone.vocabulary.profile.EuropeanTerms;

class DatasetRdfIT {

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String path;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        var registered = server.send(
                "POST",
                "/api/v1/datasets",
                server.editor(AirQuality.AGENCY),
                "application/json",
                AirQuality.json("屏東測站").replaceFirst("\\{", "{\"id\": \"moenv.air-1\","));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        path = "/datasets/" + json(registered).get("id").asString();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ttl,    text/turtle;charset=utf-8, TURTLE",
        "jsonld, application/ld+json,       JSON-LD",
        "rdf,    application/rdf+xml,       RDF/XML",
        "nt,     application/n-triples,     N-Triples"
    })
    void everySyntaxSaysTheSameWithoutAWarning(String suffix, String type, String language) throws Exception {
        var document = server.get(path + "." + suffix);
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Type")).contains(type);

        var troubles = new ArrayList<String>();
        var parsed = parse(document.body(), language, troubles);
        var stored = server.catalog().store().graph(new DatasetId("moenv.air-1")).orElseThrow();
        assertThat(troubles).isEmpty();
        assertThat(parsed.isIsomorphicWith(EuropeanTerms.load().addTo(stored))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/turtle                                      | ttl",
        "application/ld+json                              | jsonld",
        "application/rdf+xml, */*;q=0.1                   | rdf",
        "text/html;q=0.5, text/turtle;q=0.4, application/n-triples;q=0.9 | nt",
    })
    void theIriItselfIsNegotiated(String accept, String suffix) throws Exception {
        var answer = server.get(path, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(server.get(path + "." + suffix).body());
        assertThat(answer.headers().firstValue("Content-Location")).contains(path + "." + suffix);
        assertThat(varies(answer)).contains("accept");
    }

    @Test
    void aBrowserGetsThePageThatSaysItVaries() throws Exception {
        for (var accept : List.of("*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")) {
            var page = server.get(path, "Accept", accept);
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(varies(page)).contains("accept");
        }
    }

    @Test
    void whoHasItAlreadyGetsNothing() throws Exception {
        var tag = server.get(path + ".ttl").headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(path + ".ttl", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(server.get(path, "Accept", "text/turtle", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(server.get(path + ".nt", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasNeverThereIsNotFoundInRdfEither() throws Exception {
        var missing = server.get("/datasets/nothing", "Accept", "text/turtle");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(server.get("/datasets/nothing/quality.ttl").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ttl, TURTLE", "jsonld, JSON-LD", "rdf, RDF/XML", "nt, N-Triples"})
    void scorecardsAreTheSameInEverySyntax(String suffix, String language) throws Exception {
        var troubles = new ArrayList<String>();
        var document = server.get(path + "/quality." + suffix);
        var turtle = parse(server.get(path + "/quality.ttl").body(), "TURTLE", troubles);

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(parse(document.body(), language, troubles).isIsomorphicWith(turtle)).isTrue();
        assertThat(troubles).isEmpty();
        // Nothing was looked at yet: EARL says so of every check, and DQV has no measurement of one.
        assertThat(server.get(path + "/quality.ttl?policy=label-114").body())
                .contains("#run-label-114", "earl:untested")
                .doesNotContain("#run-label-113", "earl:passed", "QualityMeasurement");
        assertThat(server.get(path + "/quality.ttl?asOf=2019-12-31").statusCode()).isEqualTo(404);
        assertThat(server.get(path + "/quality.ttl?policy=none").statusCode()).isEqualTo(400);
    }

    private static List<String> varies(HttpResponse<String> answer) {
        return answer.headers().allValues("Vary").stream()
                .flatMap(header -> Stream.of(header.toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1)))
                .toList();
    }

    private static Graph parse(String document, String language, List<String> troubles) {
        var graph = GraphFactory.createDefaultGraph();
        ErrorHandler listening = new ErrorHandler() {
            @Override
            public void warning(String message, long line, long column) {
                troubles.add(message);
            }

            @Override
            public void error(String message, long line, long column) {
                troubles.add(message);
            }

            @Override
            public void fatal(String message, long line, long column) {
                troubles.add(message);
                ErrorHandlerFactory.errorHandlerStrict.fatal(message, line, column);
            }
        };
        RDFParser.fromString(document, RDFLanguages.nameToLang(language))
                .errorHandler(listening)
                .checking(true)
                .parse(graph);
        return graph;
    }
}
