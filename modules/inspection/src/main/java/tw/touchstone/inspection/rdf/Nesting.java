package tw.touchstone.inspection.rdf;

/// How deep lists, blank nodes and quoted triples stand in one another, byte by byte: the parser calls itself for each and
/// would run out of stack. What stands in IRIs, texts, comments and behind a backslash counts for nothing.
/// (RDF 1.2 Turtle, 6.5)
final class Nesting {

    private enum Inside {
        NOTHING,
        IRI,
        COMMENT,
        TEXT,
        LONG_TEXT
    }

    private Inside inside = Inside.NOTHING;
    private int depth;
    private boolean escaped;
    private int quote;
    private int quotes;
    private int last;

    /// Takes the next byte; the depth behind it.
    int accept(int c) {
        if (escaped) {
            escaped = false;
        } else if (c == '\\' && inside != Inside.COMMENT && inside != Inside.IRI) {
            escaped = true;
            quotes = 0;
        } else {
            switch (inside) {
                case NOTHING -> outside(c);
                case IRI -> iri(c);
                case COMMENT -> inside = c == '\n' || c == '\r' ? Inside.NOTHING : inside;
                case TEXT -> text(c);
                case LONG_TEXT -> {
                    quotes = c == quote ? quotes + 1 : 0;
                    if (quotes == 3) {
                        leave();
                    }
                }
            }
        }
        last = c;
        return depth;
    }

    private void outside(int c) {
        switch (c) {
            case '#' -> inside = Inside.COMMENT;
            case '<' -> inside = Inside.IRI;
            case '"', '\'' -> {
                inside = Inside.TEXT;
                quote = c;
                quotes = 1;
            }
            case '(', '[' -> depth++;
            case ')', ']' -> depth--;
            case '>' -> depth -= last == '>' ? 1 : 0;
            default -> {}
        }
    }

    /// A second bracket makes a quoted triple of it.
    private void iri(int c) {
        if (c == '<' && last == '<') {
            depth++;
            inside = Inside.NOTHING;
        } else if (c == '>' || c == '\n') {
            inside = Inside.NOTHING;
        }
    }

    /// Two quotes are an empty text unless a third one follows.
    private void text(int c) {
        if (quotes == 1 && c == quote && last == quote) {
            quotes = 2;
        } else if (quotes == 2 && c == quote) {
            inside = Inside.LONG_TEXT;
            quotes = 0;
        } else if (quotes == 2) {
            leave();
            outside(c);
        } else {
            quotes = 0;
            if (c == quote || c == '\n') {
                leave();
            }
        }
    }

    private void leave() {
        inside = Inside.NOTHING;
        quotes = 0;
    }
}
