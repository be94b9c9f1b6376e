package tw.touchstone.catalog.querying;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/// Makes a query one that may be run for a stranger: no other server is asked, no code is named, and regular expressions can
/// be interrupted.
final class Tamed {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Set<String> CASTS = Set.of(
            "boolean", "double", "float", "decimal", "integer", "dateTime", "string", "date", "int", "long");

    private Tamed() {}

    /// Something in a query that is not run here.
    static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unwanted(String reason) {
            super(reason);
        }
    }

    /// @throws Unwanted if the query has what is not run here
    static Query tame(Query query, Budget budget) {
        return QueryTransformOps.transform(query, new Elements(), new Expressions(budget));
    }

    private static final class Elements extends ElementTransformCopyBase {
        @Override
        public Element transform(ElementService service, Node name, Element pattern) {
            throw new Unwanted("SERVICE is not allowed: this endpoint asks no other");
        }
    }

    private static final class Expressions extends ExprTransformCopy {
        private final Budget budget;

        Expressions(Budget budget) {
            this.budget = budget;
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return switch (function) {
                case E_Function named -> known(named, arguments);
                case E_Regex _ -> new InterruptibleRegex("regex", arguments, budget);
                case E_StrReplace _ -> new InterruptibleRegex("replace", arguments, budget);
                default -> super.transform(function, arguments);
            };
        }

        private Expr known(E_Function named, ExprList arguments) {
            var iri = named.getFunctionIRI();
            if (!iri.startsWith(XSD) || !CASTS.contains(iri.substring(XSD.length()))) {
                throw new Unwanted("the function <" + iri + "> is not allowed: only those of SPARQL 1.1 are");
            }
            return super.transform(named, arguments);
        }

        /// Jena leaves the inside of `EXISTS` and of aggregates as it is.
        @Override
        public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
            var inside = ElementTransformer.transform(function.getElement(), new Elements(), this);
            return switch (function) {
                case E_Exists _ -> new E_Exists(inside);
                case E_NotExists _ -> new E_NotExists(inside);
                default -> throw new Unwanted("only the patterns of SPARQL 1.1 are allowed");
            };
        }

        @Override
        public Expr transform(ExprAggregator aggregation) {
            var aggregator = aggregation.getAggregator();
            if (aggregator instanceof AggCustom) {
                throw new Unwanted("only the aggregates of SPARQL 1.1 are allowed");
            }
            var inside = aggregator.getExprList();
            return inside == null || inside.isEmpty()
                    ? super.transform(aggregation)
                    : new ExprAggregator(
                            aggregation.getVar(), aggregator.copy(ExprTransformer.transform(this, inside)));
        }
    }
}
