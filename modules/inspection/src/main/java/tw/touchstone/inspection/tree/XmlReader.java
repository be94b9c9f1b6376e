package tw.touchstone.inspection.tree;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;
import tw.touchstone.model.fact.TreeProfile;

/// Reads XML as a stream: which element repeats, how often, and what is below it. Document type declarations and
/// entities are refused, not resolved.
public final class XmlReader {

    private static final int DEPTH = 500;

    private static final class Level {
        final String path;
        final RecordNodes.@Nullable Node node;
        final Map<String, Long> children = new HashMap<>();

        Level(String path, RecordNodes.@Nullable Node node) {
            this.path = path;
            this.node = node;
        }
    }

    private final RecordNodes nodes = new RecordNodes();
    private final ArrayDeque<Level> levels = new ArrayDeque<>();
    private FileFormat format = FileFormat.XML;
    private String evidence = "begins like XML";

    private XmlReader() {}

    public static TreeRead read(Reader in) throws IOException {
        return new XmlReader().tree(in);
    }

    private TreeRead tree(Reader in) throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = factory().createXMLStreamReader(new RunCap(in));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> {
                        return malformed("DTD refused", place(xml));
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> {
                        return malformed("entity refused", place(xml));
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (levels.size() == DEPTH) {
                            return malformed("elements nested deeper than " + DEPTH, place(xml));
                        }
                        open(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> levels.pop();
                    default -> {}
                }
            }
            return new TreeRead(format, evidence, new Content.Tree(chosen()));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io && !(io instanceof RunCap.RunTooLong)) {
                throw io;
            }
            return malformed(reason(e), place(e));
        } finally {
            if (xml != null) {
                close(xml);
            }
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // The JDK's own limit can be set from outside, ours is the same on any machine.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }

    private void open(XMLStreamReader xml) {
        var name = xml.getLocalName();
        nodes.name(name);
        var parent = levels.peekFirst();
        if (parent == null) {
            format = XmlFormats.ofRoot(name, namespace(xml));
            evidence = "the root element is " + name;
        } else {
            if (parent.node != null && parent.children.getOrDefault(name, 0L) == 0) {
                parent.node.field(name);
            }
            if (parent.children.size() < 1_000 || parent.children.containsKey(name)) {
                parent.children.merge(name, 1L, Long::sum);
            }
        }
        var path = (parent == null ? "" : parent.path) + "/" + name;
        var node = path.length() > 4_000 ? null : nodes.at(path, levels.size());
        if (node != null) {
            node.count++;
            if (parent != null) {
                node.mostTogether = Math.max(node.mostTogether, parent.children.getOrDefault(name, 1L));
            }
            if (xml.getAttributeCount() > 0) {
                node.complex++;
            }
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                nodes.name(xml.getAttributeLocalName(i));
                node.field(xml.getAttributeLocalName(i));
            }
        }
        levels.push(new Level(path, node));
    }

    /// The records: Placemarks in KML; else the repeated element with content of its own that is nearest to the root,
    /// the most frequent one of its depth; else the only element below a chain of only children.
    private TreeProfile chosen() {
        var all = nodes.all();
        if (format == FileFormat.KML) {
            var marks = all.stream().filter(node -> node.path.endsWith("/Placemark")).max(byCount());
            if (marks.isPresent()) {
                return nodes.profile(marks.get());
            }
        }
        var repeated = all.stream()
                .filter(node -> node.mostTogether > 1 && !node.fields.isEmpty())
                .min(Comparator.comparingInt((RecordNodes.Node node) -> node.depth)
                        .thenComparing(byCount().reversed()));
        if (repeated.isPresent()) {
            return nodes.profile(repeated.get());
        }
        return only(all).map(nodes::profile).orElseGet(nodes::none);
    }

    private static Comparator<RecordNodes.Node> byCount() {
        return Comparator.comparingLong(node -> node.count);
    }

    private static Optional<RecordNodes.Node> only(List<RecordNodes.Node> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var node = all.getFirst();
        while (true) {
            var path = node.path + "/";
            var inner = all.stream()
                    .filter(other -> other.path.startsWith(path) && other.path.indexOf('/', path.length()) < 0)
                    .filter(other -> !other.fields.isEmpty())
                    .toList();
            if (inner.size() != 1 || node.fields.size() != 1) {
                return Optional.of(node);
            }
            node = inner.getFirst();
        }
    }

    private static String namespace(XMLStreamReader xml) {
        var uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    private TreeRead malformed(String reason, Place place) {
        return new TreeRead(format, evidence, new Content.Malformed(reason, place));
    }

    private static String reason(XMLStreamException e) {
        if (e.getNestedException() instanceof RunCap.RunTooLong) {
            return "more than %d characters without markup".formatted(RunCap.CHARS);
        }
        var message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        var text = at < 0 ? message : message.substring(at + 9);
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static Place place(XMLStreamReader xml) {
        var location = xml.getLocation();
        return new Place(Math.max(0, location.getLineNumber()), Math.max(0, location.getColumnNumber()), -1, "");
    }

    private static Place place(XMLStreamException e) {
        var location = e.getLocation();
        return location == null
                ? new Place(0, 0, -1, "")
                : new Place(Math.max(0, location.getLineNumber()), Math.max(0, location.getColumnNumber()), -1, "");
    }

    private static void close(XMLStreamReader xml) throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot close the parser", e);
        }
    }
}
