package tw.touchstone.store;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFilteredView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/// The store as a query sees it: the graphs of datasets, agencies and quality, and all of them together as the default
/// graph. The change log, which is a graph too, is not there.
///
/// TDB2's own engine is quick and leaves out the log tuple by tuple; but property paths and `DESCRIBE` go past that filter, and
/// `FROM` goes unheard where all graphs are the default graph. So these are run by the general engine on a view.
final class PublishedGraphs {

    private PublishedGraphs() {}

    /// Inside a read transaction.
    static QueryExec prepare(DatasetGraph store, Query query) {
        return withoutFunctions(
                needsView(query)
                        ? QueryExec.newBuilder().dataset(view(store)).query(query)
                        : QueryExec.newBuilder()
                                .dataset(store)
                                .query(query)
                                .set(TDB2.symUnionDefaultGraph, true)
                                .set(SystemTDB.symTupleFilter, visible(store)));
    }

    /// Property functions are not of the standard, and some of them read what they are told to; and no other server is asked,
    /// whatever the query says.
    private static QueryExec withoutFunctions(QueryExecDatasetBuilder builder) {
        return builder.set(ARQ.enablePropertyFunctions, false)
                .set(ARQ.httpServiceAllowed, false)
                .build();
    }

    private static Predicate<Tuple<NodeId>> visible(DatasetGraph store) {
        var log = TDBInternal.getNodeId(store, ChangeLog.GRAPH);
        return tuple -> tuple.len() < 4 || !tuple.get(0).equals(log);
    }

    private static DatasetGraph view(DatasetGraph store) {
        // The store answers for the union of all graphs itself, log included, and so must not be asked for it.
        Predicate<Quad> visible = quad -> !quad.getGraph().equals(ChangeLog.GRAPH) && !quad.isUnionGraph();
        Set<Node> graphs = new HashSet<>();
        store.listGraphNodes().forEachRemaining(graphs::add);
        graphs.remove(ChangeLog.GRAPH);
        return new DatasetGraphFilteredView(store, visible, graphs) {
            @Override
            public Graph getDefaultGraph() {
                return new Together(this);
            }
        };
    }

    /// The triples of all graphs of a view, each once.
    private static final class Together extends GraphBase {
        private final DatasetGraph view;

        Together(DatasetGraph view) {
            this.view = view;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple wanted) {
            var found = view.findNG(Node.ANY, wanted.getSubject(), wanted.getPredicate(), wanted.getObject());
            return WrappedIterator.create(Iter.distinct(Iter.map(found, Quad::asTriple)));
        }
    }

    private static boolean needsView(Query query) {
        return query.isDescribeType() || query.hasDatasetDescription() || hasPaths(query);
    }

    private static boolean hasPaths(Query query) {
        var found = new boolean[1];
        var visitor = new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                block.patternElts().forEachRemaining((TriplePath each) -> found[0] |= !each.isTriple());
            }

            @Override
            public void visit(ElementSubQuery sub) {
                found[0] |= hasPaths(sub.getQuery());
            }
        };
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), visitor);
        }
        return found[0];
    }
}
