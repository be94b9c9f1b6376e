package tw.touchstone.catalog.querying;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/// `REGEX` and `REPLACE` of SPARQL 1.1, which stop when the time of their query is up. (sections 17.4.3.14 and 15)
///
/// Some patterns take exponential time (`(a+)+b`), and the JDK's matcher cannot be told to stop. But it asks its text for
/// every character, and the text can refuse.
final class InterruptibleRegex extends ExprFunctionN {

    private static final int STEPS = 4_096;

    private final Budget budget;

    InterruptibleRegex(String name, ExprList arguments, Budget budget) {
        super(name, arguments.getListRaw().toArray(Expr[]::new));
        this.budget = budget;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        return getFunctionSymbol().getSymbol().equals("regex") ? matches(values) : replaced(values);
    }

    private NodeValue matches(List<NodeValue> values) {
        var text = literal(values.get(0)).getLiteralLexicalForm();
        return NodeValue.makeBoolean(
                matcher(text, text(values, 1, ""), text(values, 2, "")).find());
    }

    private NodeValue replaced(List<NodeValue> values) {
        var literal = literal(values.get(0));
        var text = literal.getLiteralLexicalForm();
        try {
            var result = matcher(text, text(values, 1, ""), text(values, 3, "")).replaceAll(text(values, 2, ""));
            return literal.getLiteralLanguage().isEmpty()
                    ? NodeValue.makeString(result)
                    : NodeValue.makeNode(NodeFactory.createLiteralLang(result, literal.getLiteralLanguage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException noSuchGroup) {
            throw new ExprEvalException("REPLACE: " + noSuchGroup.getMessage());
        }
    }

    /// A text with or without a language. (section 17.4.3.1.1)
    private static Node literal(NodeValue value) {
        var node = value.asNode();
        boolean text = node.isLiteral()
                && (!node.getLiteralLanguage().isEmpty() || XSDDatatype.XSDstring.equals(node.getLiteralDatatype()));
        if (!text) {
            throw new ExprEvalException("a text is expected, not " + value);
        }
        return node;
    }

    private static String text(List<NodeValue> values, int at, String absent) {
        if (at >= values.size()) {
            return absent;
        }
        if (!values.get(at).isString()) {
            throw new ExprEvalException("a plain string is expected, not " + values.get(at));
        }
        return values.get(at).getString();
    }

    private Matcher matcher(String text, String pattern, String flags) {
        try {
            return Pattern.compile(pattern, flags(flags)).matcher(new Watched(text, budget));
        } catch (PatternSyntaxException e) {
            throw new ExprEvalException("no regular expression: " + e.getMessage());
        }
    }

    private static int flags(String letters) {
        int flags = 0;
        for (int at = 0; at < letters.length(); at++) {
            char letter = letters.charAt(at);
            flags |= switch (letter) {
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'x' -> Pattern.COMMENTS;
                case 'q' -> Pattern.LITERAL;
                default -> throw new ExprEvalException("there is no flag " + letter);
            };
        }
        return flags;
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new InterruptibleRegex(getFunctionSymbol().getSymbol(), arguments, budget);
    }

    /// A text that refuses its characters when the time is up.
    private static final class Watched implements CharSequence {
        private final String text;
        private final Budget budget;
        private int asked;

        Watched(String text, Budget budget) {
            this.text = text;
            this.budget = budget;
        }

        @Override
        public char charAt(int index) {
            if (++asked % STEPS == 0) {
                budget.check();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
