package tw.touchstone.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.RunningServer;
import tw.touchstone.server.harvest.Registered;

/// The clauses of the SPARQL 1.1 Protocol, of its service description and of our limits, one by one.
class SparqlProtocolIT {

    private static final String ASK = "ASK { ?s a <http://www.w3.org/ns/dcat#Dataset> }";
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s a <http://www.w3.org/ns/dcat#Dataset> }";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String JSON = "application/sparql-results+json";
    private static final String FIRST = RunningServer.BASE + "datasets/0001";
    private static final String SECOND = RunningServer.BASE + "datasets/0002";

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        Registered.register(server, IntStream.rangeClosed(1, 40));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// What a clause asks and what must come of it.
    ///
    /// @param contains part of the body; empty for any
    private record Clause(
            String section, String says, String method, String path, String type, String body, String accept,
            int status, String contentType, String contains) {}

    @TestFactory
    Stream<DynamicTest> clauses() {
        var all = new ArrayList<Clause>();
        queries(all);
        formats(all);
        graphs(all);
        refusals(all);
        updates(all);
        limits(all);
        descriptions(all);
        return all.stream().map(clause -> dynamicTest(clause.section() + " " + clause.says(), () -> check(clause)));
    }

    private static void queries(List<Clause> all) {
        all.add(get("2.1.1", "a query comes by GET", ASK, JSON, 200, JSON, "true"));
        all.add(new Clause("2.1.2", "a query comes by POST as a form", "POST", "/sparql", FORM, "query=" + encoded(ASK), JSON, 200, JSON, "true"));
        all.add(new Clause("2.1.3", "a query comes by POST as it is", "POST", "/sparql", QUERY, ASK, JSON, 200, JSON, "true"));
        all.add(new Clause("2.1.3", "with a charset that says UTF-8", "POST", "/sparql", QUERY + ";charset=utf-8", "ASK { ?s ?p \"數位發展部\"@zh-Hant-TW }", JSON, 200, JSON, "true"));
        all.add(get("2.1.6", "SELECT gives a table", COUNT, JSON, 200, JSON, "\"40\""));
        all.add(get("2.1.6", "CONSTRUCT gives a graph", "CONSTRUCT { ?s a ?t } { ?s a ?t FILTER(?t = <http://www.w3.org/ns/dcat#Dataset>) } LIMIT 3", "text/turtle", 200, "text/turtle;charset=utf-8", "Dataset"));
        all.add(get("2.1.6", "DESCRIBE gives a graph", "DESCRIBE <" + FIRST + ">", "application/n-triples", 200, "application/n-triples", "Dataset 1"));
        all.add(get("SPARQL 9.3", "property paths are followed", "ASK { ?d <http://www.w3.org/ns/dcat#distribution>/<http://purl.org/dc/terms/license> ?l }", JSON, 200, JSON, "true"));
        all.add(get("SPARQL 13.3", "a named graph holds its dataset", "ASK { GRAPH <" + FIRST + "> { <" + FIRST + "> a ?t } }", JSON, 200, JSON, "true"));
        all.add(get("SPARQL 17.4.3.14", "REGEX knows flags and languages", "SELECT ?t { <" + FIRST + "> <http://purl.org/dc/terms/title> ?t FILTER REGEX(?t, \"DATASET 1\", \"i\") }", JSON, 200, JSON, "Dataset 1"));
        all.add(get("SPARQL 17.4.3.15", "REPLACE knows groups", "SELECT (REPLACE(\"abc\", \"a(.)c\", \"$1\") AS ?x) {}", "text/csv", 200, "text/csv;charset=utf-8", "b"));
    }

    private static void formats(List<Clause> all) {
        for (var type : List.of(JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values")) {
            var answered = type.startsWith("text/") ? type + ";charset=utf-8" : type;
            all.add(get("2.1.6", "a table is had as " + type, COUNT, type, 200, answered, "40"));
        }
        for (var type : List.of("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")) {
            var answered = type.equals("text/turtle") ? type + ";charset=utf-8" : type;
            all.add(get("2.1.6", "a graph is had as " + type, "CONSTRUCT WHERE { <" + FIRST + "> ?p ?o }", type, 200, answered, "Dataset 1"));
        }
        all.add(get("2.1.6", "the better quality wins", COUNT, "text/csv;q=0.4, application/sparql-results+xml;q=0.9", 200, "application/sparql-results+xml", "40"));
        all.add(get("2.1.6", "plain JSON is what it is", COUNT, "application/json", 200, JSON, "40"));
        all.add(get("2.1.6", "whoever takes anything gets JSON", COUNT, "*/*", 200, JSON, "40"));
        all.add(get("RFC 9110 15.5.7", "what is not had is 406", COUNT, "image/png", 406, "application/problem+json", "text/csv"));
        all.add(get("RFC 9110 15.5.7", "a table is no Turtle", COUNT, "text/turtle", 406, "application/problem+json", ""));
    }

    private static void graphs(List<Clause> all) {
        var one = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <http://www.w3.org/ns/dcat#Dataset> }";
        var named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s a <http://www.w3.org/ns/dcat#Dataset> } }";
        all.add(graph("one default graph", one, "&default-graph-uri=" + encoded(FIRST), "\"1\""));
        all.add(graph("two default graphs are merged", one, "&default-graph-uri=" + encoded(FIRST) + "&default-graph-uri=" + encoded(SECOND), "\"2\""));
        all.add(graph("named graphs", named, "&named-graph-uri=" + encoded(FIRST) + "&named-graph-uri=" + encoded(SECOND), "\"2\""));
        all.add(graph("named graphs leave the default graph empty", one, "&named-graph-uri=" + encoded(FIRST), "\"0\""));
        all.add(graph("the protocol's graphs come before FROM", one.replace("{ ?s", "FROM <" + SECOND + "> FROM <" + FIRST + "> { ?s"), "&default-graph-uri=" + encoded(FIRST), "\"1\""));
        all.add(graph("FROM works", one.replace("{ ?s", "FROM <" + SECOND + "> { ?s"), "", "\"1\""));
        all.add(new Clause("2.1.4", "graphs with a query that is the body", "POST", "/sparql?default-graph-uri=" + encoded(FIRST), QUERY, one, JSON, 200, JSON, "\"1\""));
        all.add(new Clause("2.1.4", "graphs in a form", "POST", "/sparql", FORM, "query=" + encoded(one) + "&default-graph-uri=" + encoded(FIRST), JSON, 200, JSON, "\"1\""));
        for (var foreign : List.of("file:///etc/passwd", "http://example.org/g", "urn:touchstone:changes")) {
            all.add(get("2.1.4", "nothing is loaded from " + foreign, "SELECT * FROM <" + foreign + "> { ?s ?p ?o }", JSON, 400, "application/problem+json", "not of this catalogue"));
        }
        var changes = "<urn:touchstone:changes>";
        all.add(get("ours", "the change log does not show", "ASK { GRAPH " + changes + " { ?s ?p ?o } }", JSON, 200, JSON, "false"));
        all.add(get("ours", "nor among the graphs", "ASK { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), \"urn:\")) }", JSON, 200, JSON, "false"));
        all.add(get("ours", "nor in the default graph", "ASK { ?s <https://touchstone.tw/ns/terms#lastChange> ?o }", JSON, 200, JSON, "false"));
        all.add(get("ours", "nor along a path", "ASK { ?s <https://touchstone.tw/ns/terms#lastChange>+ ?o }", JSON, 200, JSON, "false"));
        all.add(get("ours", "nor along the other way of a path", "ASK { ?s !<http://example.org/p> ?o . FILTER(STRSTARTS(STR(?s), \"urn:\")) }", JSON, 200, JSON, "false"));
    }

    private static void refusals(List<Clause> all) {
        var problem = "application/problem+json";
        all.add(new Clause("2.1", "a method that is none", "PUT", "/sparql", QUERY, ASK, JSON, 405, "", ""));
        all.add(new Clause("2.1.1", "two queries", "GET", "/sparql?query=" + encoded(ASK) + "&query=" + encoded(ASK), "", "", JSON, 400, problem, "2 queries"));
        all.add(new Clause("2.1.2", "a form without a query", "POST", "/sparql", FORM, "default-graph-uri=" + encoded(FIRST), JSON, 400, problem, "no query"));
        all.add(new Clause("2.1.2", "a form with two queries", "POST", "/sparql", FORM, "query=" + encoded(ASK) + "&query=" + encoded(ASK), JSON, 400, problem, "2 queries"));
        all.add(new Clause("2.1.2", "a form and a query in the address", "POST", "/sparql?query=" + encoded(ASK), FORM, "query=" + encoded(ASK), JSON, 400, problem, "in the address"));
        all.add(new Clause("2.1.3", "a body of no type", "POST", "/sparql", "", ASK, JSON, 415, problem, "Content-Type"));
        all.add(new Clause("2.1.3", "a body of another type", "POST", "/sparql", "text/plain", ASK, JSON, 415, problem, "sparql-query"));
        all.add(new Clause("2.1.3", "a charset that is not UTF-8", "POST", "/sparql", QUERY + ";charset=UTF-16", ASK, JSON, 415, problem, "UTF-8"));
        all.add(new Clause("2.1.3", "a query in the body and in the address", "POST", "/sparql?query=" + encoded(ASK), QUERY, ASK, JSON, 400, problem, "too"));
        all.add(new Clause("2.1.5", "what is no query", "GET", "/sparql?query=" + encoded("SELECT WHERE"), "", "", JSON, 400, problem, "line 1"));
        all.add(new Clause("2.1.5", "an empty query", "GET", "/sparql?query=", "", "", JSON, 400, problem, "query"));
        all.add(new Clause("2.1.5", "no UTF-8", "GET", "/sparql?query=%FF%FE", "", "", JSON, 400, problem, "UTF-8"));
        all.add(new Clause("2.1.5", "a parameter that is none", "GET", "/sparql?query=" + encoded(ASK) + "&fromat=json", "", "", JSON, 400, problem, "fromat"));
        all.add(get("2.1.5", "nested beyond all measure", "ASK { FILTER " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " }", JSON, 400, problem, ""));
        all.add(new Clause("ours", "a query longer than any person writes", "POST", "/sparql", QUERY, "ASK {} #" + "x".repeat(70_000), JSON, 400, problem, "at most"));
        all.add(new Clause("ours", "a body without end", "POST", "/sparql", QUERY, "#" + "x".repeat(2_000_000), JSON, 413, problem, "at most"));
        all.add(get("4.1", "SERVICE asks no other server", "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }", JSON, 400, problem, "SERVICE"));
        all.add(get("4.1", "SERVICE in a subquery neither", "SELECT * { { SELECT * { OPTIONAL { SERVICE SILENT <http://localhost:9/> { ?s ?p ?o } } } } }", JSON, 400, problem, "SERVICE"));
        all.add(get("4.1", "SERVICE in EXISTS neither", "ASK { FILTER NOT EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } }", JSON, 400, problem, "SERVICE"));
        all.add(get("ours", "a function in EXISTS names no code", "ASK { ?s ?p ?o FILTER EXISTS { ?s ?p ?q FILTER(<java:java.lang.System.exit>(1)) } }", JSON, 400, problem, "function"));
        all.add(get("ours", "a function in an aggregate names no code", "SELECT (COUNT(<java:java.lang.System.exit>(1)) AS ?x) { ?s ?p ?o }", JSON, 400, problem, "function"));
        all.add(get("ours", "a function names no code", "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}", JSON, 400, problem, "function"));
        all.add(get("ours", "a predicate names no code", "SELECT * { ?s <java:java.lang.Object> ?o }", JSON, 200, JSON, "bindings"));
        all.add(get("ours", "what Jena adds to the language is not taken", "SELECT (<http://jena.apache.org/ARQ/function#e>() AS ?x) {}", JSON, 400, problem, "function"));
    }

    private static void updates(List<Clause> all) {
        var problem = "application/problem+json";
        var update = "INSERT DATA { <urn:s> <urn:p> <urn:o> }";
        all.add(new Clause("2.2", "an update by GET", "GET", "/sparql?update=" + encoded(update), "", "", JSON, 403, problem, "no updates"));
        all.add(new Clause("2.2.1", "an update as a form", "POST", "/sparql", FORM, "update=" + encoded(update), JSON, 403, problem, "no updates"));
        all.add(new Clause("2.2.2", "an update as it is", "POST", "/sparql", "application/sparql-update", update, JSON, 403, problem, "no updates"));
        all.add(new Clause("2.2.3", "graphs of an update", "POST", "/sparql", FORM, "query=" + encoded(ASK) + "&using-graph-uri=x", JSON, 403, problem, "no updates"));
        for (var text : List.of(update, "LOAD <http://localhost:9/>", "DROP ALL", "CLEAR DEFAULT", "DELETE WHERE { ?s ?p ?o }")) {
            all.add(get("2.2", "a query that is an update: " + text, text, JSON, 400, problem, ""));
        }
    }

    private static void limits(List<Clause> all) {
        var problem = "application/problem+json";
        var product = "{ ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i }";
        all.add(get("ours", "too many rows of a product", "SELECT * { " + product + " }", JSON, 413, problem, "limit"));
        // Which of the two comes first depends on how fast the machine makes garbage.
        all.add(get("ours", "a product that only counts runs out of time or memory", "SELECT (COUNT(*) AS ?n) { " + product + " { ?j ?k ?l } }", JSON, 0, problem, "limit"));
        all.add(get("ours", "a product in groups", "SELECT ?a ?f ?g (COUNT(*) AS ?n) { " + product + " } GROUP BY ?a ?f ?g", JSON, 0, problem, "limit"));
        all.add(get("ours", "a product in order", "SELECT * { " + product + " } ORDER BY ?a ?f LIMIT 1", JSON, 0, problem, "limit"));
        all.add(get("ours", "an expression without end", "SELECT (REGEX(\"" + "a".repeat(60) + "\", \"^(a+)+$|^(a|aa)+$|(a*)*b$\") AS ?x) { FILTER REGEX(\"" + "a".repeat(40) + "!\", \"^(([a-z])+.)+[A-Z]([a-z])+$\") }", JSON, 0, "", ""));
    }

    private static void descriptions(List<Clause> all) {
        all.add(new Clause("Service Description 2", "the endpoint describes itself", "GET", "/sparql", "", "", "text/turtle", 200, "text/turtle;charset=utf-8", "UnionDefaultGraph"));
        all.add(new Clause("Service Description 2", "in RDF/XML too", "GET", "/sparql", "", "", "application/rdf+xml", 200, "application/rdf+xml", "SPARQL11Query"));
        all.add(new Clause("VoID 7.2", "the statistics are at their usual place", "GET", "/.well-known/void", "", "", "text/turtle", 200, "text/turtle;charset=utf-8", "catalog.nq.gz"));
        all.add(new Clause("ours", "a browser gets a page", "GET", "/sparql", "", "", "text/html", 200, "text/html;charset=UTF-8", "<textarea"));
        all.add(new Clause("ours", "with results", "GET", "/sparql?query=" + encoded(COUNT), "", "", "text/html", 200, "text/html;charset=UTF-8", "<td>40</td>"));
        all.add(new Clause("ours", "or with what is wrong", "GET", "/sparql?query=x", "", "", "text/html", 400, "text/html;charset=UTF-8", "role=\"alert\""));
        all.add(new Clause("ours", "the page has no other address", "GET", "/sparql/page", "", "", "text/html", 404, "text/html;charset=UTF-8", ""));
    }

    private static Clause get(String section, String says, String query, String accept, int status, String type, String contains) {
        return new Clause(section, says, "GET", "/sparql?query=" + encoded(query), "", "", accept, status, type, contains);
    }

    private static Clause graph(String says, String query, String graphs, String contains) {
        return new Clause("2.1.4", says, "GET", "/sparql?query=" + encoded(query) + graphs, "", "", JSON, 200, JSON, contains);
    }

    private static void check(Clause clause) throws Exception {
        var answer = ask(clause);
        var said = answer.statusCode() + " " + answer.body().substring(0, Math.min(600, answer.body().length()));
        if (clause.status() == 0) {
            assertThat(answer.statusCode()).as(said).isNotEqualTo(500).isIn(200, 400, 413, 503);
        } else {
            assertThat(answer.statusCode()).as(said).isEqualTo(clause.status());
        }
        if (!clause.contentType().isEmpty()) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT))
                    .isEqualTo(clause.contentType().toLowerCase(Locale.ROOT));
        }
        assertThat(answer.body()).contains(clause.contains());
    }

    private static HttpResponse<String> ask(Clause clause) throws Exception {
        var method = clause.method();
        // Long queries do not fit into an address.
        if (method.equals("GET") && clause.path().length() > 6_000) {
            var form = clause.path().substring(clause.path().indexOf('?') + 1);
            return server.send(server.request("/sparql")
                    .header("Content-Type", FORM)
                    .header("Accept", clause.accept())
                    .POST(BodyPublishers.ofString(form)));
        }
        var request = server.request(clause.path()).header("Accept", clause.accept());
        if (!clause.type().isEmpty()) {
            request.header("Content-Type", clause.type());
        }
        return server.send(request.method(
                method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(clause.body())));
    }

    @Test
    void otherSitesMayAsk() throws Exception {
        var answer = server.send(server.request("/sparql")
                .header("Origin", "https://other.example.tw")
                .header("Content-Type", QUERY)
                .POST(BodyPublishers.ofString(ASK)));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
