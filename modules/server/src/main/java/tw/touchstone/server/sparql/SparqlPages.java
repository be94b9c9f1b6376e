package tw.touchstone.server.sparql;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderFactory;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.util.Context;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.querying.Queries;
import tw.touchstone.catalog.querying.QueryOutcome;
import tw.touchstone.catalog.querying.ResultSyntax;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.vocabulary.profile.Terms;

/// The page on which people write queries and see what comes of them; it works without a script.
@PageController
class SparqlPages {

    private static final int ROWS_SHOWN = 200;
    private static final int TEXT_SHOWN = 100_000;

    private final Queries queries;

    SparqlPages(Queries queries) {
        this.queries = queries;
    }

    /// A query to begin with; its name is a message.
    record Example(String key, String query) {}

    /// What the page shows of a result.
    ///
    /// @param link whether a cell is an IRI to follow
    record Cell(String text, boolean link) {}

    record Shown(List<String> columns, List<List<Cell>> rows, boolean more, String text, String error) {
        static Shown error(String reason) {
            return new Shown(List.of(), List.of(), false, "", reason);
        }
    }

    @GetMapping(path = PageNegotiation.PAGE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            return ErrorPages.absent();
        }
        var page = new ModelAndView("sparql/sparql");
        var examples = examples();
        page.addObject("examples", examples);
        page.addObject("query", examples.getFirst().query());
        try {
            SparqlRequest.get(request).ifPresent(asked -> {
                page.addObject("query", asked.text());
                page.addObject("shown", shown(asked, page));
            });
        } catch (Problem problem) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("shown", Shown.error(String.valueOf(problem.getBody().getDetail())));
        }
        return page;
    }

    private Shown shown(Queries.Asked asked, ModelAndView page) {
        return switch (queries.parse(asked)) {
            case Queries.Parsed.Unreadable(var reason) -> refused(HttpStatus.BAD_REQUEST, reason, page);
            case Queries.Parsed.Understood understood -> {
                var syntax = understood.query().isSelectType()
                        ? ResultSyntax.JSON
                        : understood.table() ? ResultSyntax.CSV : ResultSyntax.TURTLE;
                yield switch (queries.run(understood.query(), syntax)) {
                    case QueryOutcome.Answered answered when syntax == ResultSyntax.JSON -> table(answered.bytes());
                    case QueryOutcome.Answered answered -> text(answered.bytes());
                    case QueryOutcome.Refused(var reason) -> refused(HttpStatus.BAD_REQUEST, reason, page);
                    case QueryOutcome.TooDear(_, var reason) -> refused(HttpStatus.SERVICE_UNAVAILABLE, reason, page);
                    case QueryOutcome.Busy _ -> refused(HttpStatus.SERVICE_UNAVAILABLE, "other queries are running", page);
                };
            }
        };
    }

    private static Shown refused(HttpStatus status, String reason, ModelAndView page) {
        page.setStatus(status);
        return Shown.error(reason);
    }

    private static Shown text(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        boolean more = text.length() > TEXT_SHOWN;
        return new Shown(List.of(), List.of(), more, more ? text.substring(0, TEXT_SHOWN) : text, "");
    }

    private static Shown table(byte[] bytes) {
        RowSetReaderFactory factory = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON);
        RowSetReader reader = factory.create(ResultSetLang.RS_JSON);
        var found = reader.read(new ByteArrayInputStream(bytes), Context.emptyContext());
        var variables = found.getResultVars();
        var rows = new ArrayList<List<Cell>>();
        while (found.hasNext() && rows.size() < ROWS_SHOWN) {
            var row = found.next();
            rows.add(variables.stream()
                    .map(variable -> {
                        var node = row.get(variable);
                        if (node == null) {
                            return new Cell("", false);
                        }
                        return node.isURI()
                                ? new Cell(node.getURI(), node.getURI().matches("https?://.*"))
                                : new Cell(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString(), false);
                    })
                    .toList());
        }
        return new Shown(variables.stream().map(each -> each.getVarName()).toList(), rows, found.hasNext(), "", "");
    }

    private List<Example> examples() {
        var prefixes = Set.of("dcat", "dct", "foaf");
        var head = Terms.PREFIXES.entrySet().stream()
                .filter(each -> prefixes.contains(each.getKey()))
                .map(each -> "PREFIX " + each.getKey() + ": <" + each.getValue() + ">\n")
                .reduce("", String::concat);
        return List.of(
                new Example("newest", head + """

                        SELECT ?dataset ?title ?modified WHERE {
                          ?dataset a dcat:Dataset ; dct:title ?title ; dct:modified ?modified .
                        } ORDER BY DESC(?modified) LIMIT 20
                        """),
                new Example("agencies", head + """

                        SELECT ?agency (SAMPLE(?name) AS ?called) (COUNT(DISTINCT ?dataset) AS ?datasets) WHERE {
                          ?dataset a dcat:Dataset ; dct:publisher ?agency .
                          ?agency foaf:name ?name .
                        } GROUP BY ?agency ORDER BY DESC(?datasets) LIMIT 20
                        """),
                new Example("formats", head + """

                        SELECT ?format (COUNT(*) AS ?files) WHERE {
                          ?file a dcat:Distribution ; dct:format ?format .
                        } GROUP BY ?format ORDER BY DESC(?files)
                        """),
                new Example("one", head + """

                        CONSTRUCT { ?s ?p ?o } WHERE {
                          { SELECT ?graph WHERE { GRAPH ?graph { ?graph a dcat:Dataset } } LIMIT 1 }
                          GRAPH ?graph { ?s ?p ?o }
                        }
                        """));
    }
}
