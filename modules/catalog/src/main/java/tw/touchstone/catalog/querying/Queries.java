package tw.touchstone.catalog.querying;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import tw.touchstone.model.Iris;
import tw.touchstone.store.CatalogStore;

/// Runs SPARQL 1.1 queries on what is published. Thread-safe; closed once.
///
/// An answer is made whole before it is given out: so a client that reads slowly holds no transaction open, and what goes
/// wrong is told by the status and never in the middle of a table.
public final class Queries implements AutoCloseable {

    /// Characters of a query, more than any person writes.
    public static final int MOST_TEXT = 64 << 10;

    private static final long GLANCE_MILLIS = 20;

    private final CatalogStore store;
    private final Iris iris;
    private final QueryLimits limits;
    private final Semaphore turns;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("query-watch").factory());

    public Queries(CatalogStore store, Iris iris, QueryLimits limits) {
        this.store = store;
        this.iris = iris;
        this.limits = limits;
        this.turns = new Semaphore(limits.atOnce(), true);
    }

    /// A query as the protocol brings it.
    ///
    /// @param defaultGraphs IRIs of graphs that make up the default graph, instead of what the query says
    /// @param namedGraphs   IRIs of graphs that can be named, instead of what the query says
    public record Asked(String text, List<String> defaultGraphs, List<String> namedGraphs) {}

    /// What a query is before it is run.
    public sealed interface Parsed {
        /// It can be run.
        ///
        /// @param table whether it answers with a table and not with a graph
        record Understood(Query query, boolean table) implements Parsed {}

        /// It is no query.
        ///
        /// @param reason with line and column
        record Unreadable(String reason) implements Parsed {}
    }

    /// Reads a query. (SPARQL 1.1 and nothing more)
    public Parsed parse(Asked asked) {
        if (asked.text().length() > MOST_TEXT) {
            return new Parsed.Unreadable("a query has at most " + MOST_TEXT + " characters");
        }
        try {
            var query = QueryFactory.create(asked.text(), iris.base().toString(), Syntax.syntaxSPARQL_11);
            if (!asked.defaultGraphs().isEmpty() || !asked.namedGraphs().isEmpty()) {
                query.getGraphURIs().clear();
                query.getNamedGraphURIs().clear();
                asked.defaultGraphs().forEach(query::addGraphURI);
                asked.namedGraphs().forEach(query::addNamedGraphURI);
            }
            return foreign(query)
                    .<Parsed>map(graph -> new Parsed.Unreadable("the graph <" + graph + "> is not of this catalogue, and none is loaded"))
                    .orElseGet(() -> new Parsed.Understood(query, query.isSelectType() || query.isAskType()));
        } catch (QueryParseException e) {
            return new Parsed.Unreadable(String.valueOf(e.getMessage()));
        } catch (QueryException | IllegalArgumentException e) {
            return new Parsed.Unreadable("no SPARQL 1.1 query: " + e.getMessage());
        } catch (StackOverflowError deep) {
            return new Parsed.Unreadable("the query is nested too deep");
        }
    }

    /// A graph that the query wants to have and that can be none of ours.
    private Optional<String> foreign(Query query) {
        var base = iris.base().toString();
        return List.of(query.getGraphURIs(), query.getNamedGraphURIs()).stream()
                .flatMap(List::stream)
                .filter(graph -> !graph.startsWith(base + "datasets/") && !graph.startsWith(base + "agencies/"))
                .findFirst();
    }

    /// Runs a query and writes its results.
    public QueryOutcome run(Query query, ResultSyntax syntax) {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new QueryOutcome.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new QueryOutcome.Busy();
        }
        try {
            return watched(query, syntax, new Budget(limits));
        } finally {
            turns.release();
        }
    }

    private QueryOutcome watched(Query query, ResultSyntax syntax, Budget budget) {
        try {
            var tamed = Tamed.tame(query, budget);
            var bytes = store.query(tamed, exec -> {
                var glances = watch.scheduleWithFixedDelay(
                        () -> {
                            if (budget.isUsedUp()) {
                                exec.abort();
                            }
                        },
                        GLANCE_MILLIS,
                        GLANCE_MILLIS,
                        TimeUnit.MILLISECONDS);
                try {
                    return answer(exec, syntax, budget);
                } finally {
                    glances.cancel(false);
                }
            });
            return new QueryOutcome.Answered(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        } catch (QueryCancelledException e) {
            return tooDear(budget.broken());
        } catch (Tamed.Unwanted e) {
            return new QueryOutcome.Refused(String.valueOf(e.getMessage()));
        } catch (StackOverflowError deep) {
            return new QueryOutcome.Refused("the query is nested too deep");
        } catch (QueryException e) {
            return new QueryOutcome.Refused("the query cannot be run: " + e.getMessage());
        }
    }

    private QueryOutcome tooDear(String limit) {
        return new QueryOutcome.TooDear(
                limit,
                switch (limit) {
                    case "rows" -> "the query has more than %,d results; ask for less by LIMIT, or take /catalog.nq.gz"
                            .formatted(limits.rows());
                    case "answer" -> "the answer is longer than %,d bytes; ask for less by LIMIT, or take /catalog.nq.gz"
                            .formatted(limits.answer());
                    case "memory" -> "the query would need too much memory; ask for less, or take /catalog.nq.gz";
                    default -> "the query ran longer than %d s; ask for less, or take /catalog.nq.gz"
                            .formatted(limits.time().toSeconds());
                });
    }

    private byte[] answer(QueryExec exec, ResultSyntax syntax, Budget budget) {
        var kept = new ByteArrayOutputStream();
        var out = budget.limited(kept);
        var query = exec.getQuery();
        if (query.isAskType()) {
            ResultSetWriterRegistry.getFactory(syntax.table()).create(syntax.table()).write(out, exec.ask(), ARQ.getContext());
        } else if (query.isSelectType()) {
            RowSet rows = exec.select();
            var counted = RowSetStream.create(rows.getResultVars(), Iter.map(rows, counting(budget)));
            ResultSetWriterRegistry.getFactory(syntax.table())
                    .create(syntax.table())
                    .write(out, ResultSet.adapt(counted), ARQ.getContext());
        } else {
            var graph = collect(query.isConstructType() ? exec.constructTriples() : exec.describeTriples(), budget);
            if (syntax == ResultSyntax.JSON_LD) {
                RDFWriter.source(DatasetGraphFactory.wrap(graph)).format(syntax.graph()).output(out);
            } else {
                RDFWriter.source(graph).format(syntax.graph()).output(out);
            }
        }
        budget.check();
        return kept.toByteArray();
    }

    private static <T> Function<T, T> counting(Budget budget) {
        return each -> {
            budget.row();
            return each;
        };
    }

    private static Graph collect(Iterator<Triple> triples, Budget budget) {
        var graph = GraphFactory.createDefaultGraph();
        triples.forEachRemaining(each -> {
            budget.row();
            graph.add(each);
        });
        return graph;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
