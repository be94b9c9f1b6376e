package tw.touchstone.inspection.rdf;

import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.tree.RecordFields;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.TreeProfile;

/// Counts statements as they come, and gathers what the predicates have for values.
final class Statements extends StreamRDFBase {

    /// No more statements are read.
    static final long MOST = 50_000_000;

    private static final int NAMES = 10_000;

    /// Ends reading where there is too much.
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super("too many statements", null, false, false);
        }

        Extent extent() {
            return new Extent.Partial("statements", MOST);
        }
    }

    private final RecordFields fields = new RecordFields();
    private final TreeSet<String> names = new TreeSet<>();
    private long count;

    @Override
    public void triple(Triple triple) {
        statement(triple.getPredicate(), triple.getObject());
    }

    @Override
    public void quad(Quad quad) {
        statement(quad.getPredicate(), quad.getObject());
    }

    private void statement(Node predicate, Node object) {
        if (count == MOST) {
            throw new Full();
        }
        count++;
        var name = predicate.isURI() ? predicate.getURI() : predicate.toString();
        if (names.size() < NAMES) {
            names.add(name);
        }
        fields.next();
        if (object.isLiteral()) {
            fields.value(name, object.getLiteralLexicalForm(), CellKind.UNSTATED, 0);
        } else if (object.isURI()) {
            fields.value(name, object.getURI(), CellKind.TEXT, 0);
        } else {
            fields.complex(name);
        }
    }

    long count() {
        return count;
    }

    TreeProfile profile() {
        // A predicate may well have values of several types: nothing is odd about that.
        return new TreeProfile(
                "/", count, fields.presences(new AnomalyTally()), List.copyOf(names), List.of());
    }
}
