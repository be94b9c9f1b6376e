package tw.touchstone.exchange.discovery;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes a document of XML 1.0 whose text comes from strangers: what XML cannot say becomes U+FFFD. For one thread.
public final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    public Xml open(String name, String... attributes) {
        out.append('<').append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            out.append(' ').append(attributes[at]).append("=\"");
            escape(attributes[at + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(name);
        return this;
    }

    /// Closes the element that was opened last.
    public Xml close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /// An element with text.
    public Xml text(String name, String text, String... attributes) {
        open(name, attributes);
        escape(text);
        return close();
    }

    /// A document of our own making, without its XML declaration.
    public Xml document(String xml) {
        out.append(xml.startsWith("<?xml") ? xml.substring(xml.indexOf("?>") + 2) : xml);
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append((char) point);
                default -> out.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
    }

    // XML 1.0, production 2; a carriage return would be read as a line feed.
    private static boolean isXml(int point) {
        return (point >= 0x20 && point < 0xD800) || (point >= 0xE000 && point < 0xFFFE) || point >= 0x10000;
    }

    /// The document; every element must be closed.
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
