package tw.touchstone.inspection.tree;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tw.touchstone.inspection.format.AnomalyTally;
import tw.touchstone.inspection.geo.Crs;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Extent;

/// What one reading of XML shows: its format, and which element repeats.
final class XmlShape implements XmlReader.Events {

    /// Different names that are read: the parser remembers each.
    private static final int NAMES = 50_000;

    private static final int CHILDREN = 1_000;

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
    private final AnomalyTally anomalies;
    private final ArrayDeque<Level> levels = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private FileFormat format = FileFormat.XML;
    private String evidence = "begins like XML";
    private Optional<String> crs = Optional.empty();
    private boolean northFirst;

    XmlShape(AnomalyTally anomalies) {
        this.anomalies = anomalies;
    }

    @Override
    public Optional<Extent> accept(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (levels.size() == XmlStreams.DEPTH) {
                    return Optional.of(new Extent.Partial("depth", XmlStreams.DEPTH));
                }
                open(xml);
                if (names.size() > NAMES) {
                    return Optional.of(new Extent.Partial("names", NAMES));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> levels.pop();
            default -> XmlReader.refused(event, xml, anomalies);
        }
        return Optional.empty();
    }

    private void open(XMLStreamReader xml) {
        var name = xml.getLocalName();
        name(name);
        var parent = levels.peekFirst();
        if (parent == null) {
            format = XmlFormats.ofRoot(name, namespace(xml));
            evidence = "the root element is " + name;
        } else {
            if (parent.node != null && !parent.children.containsKey(name)) {
                parent.node.field(name);
            }
            if (parent.children.size() < CHILDREN || parent.children.containsKey(name)) {
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
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var attribute = xml.getAttributeLocalName(i);
            name(attribute);
            if (node != null) {
                node.field(attribute);
            }
            if (format == FileFormat.GML && crs.isEmpty() && attribute.equals("srsName")) {
                stated(xml.getAttributeValue(i));
            }
        }
        levels.push(new Level(path.length() > 4_000 && parent != null ? parent.path : path, node));
    }

    private void name(String name) {
        nodes.name(name);
        if (names.size() <= NAMES) {
            names.add(name);
        }
    }

    private void stated(String srsName) {
        crs = Crs.idOfName(srsName);
        // URNs and their successor keep the order of the authority: latitude first. (OGC 09-048r5, 6.3)
        var folded = srsName.toLowerCase(Locale.ROOT);
        boolean authority = folded.startsWith("urn:") || folded.contains("/def/crs/");
        northFirst = authority
                && !folded.contains("crs84")
                && crs.flatMap(Crs::ofId).map(Crs::isDegrees).orElse(false);
    }

    private static String namespace(XMLStreamReader xml) {
        var uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    FileFormat format() {
        return format;
    }

    String evidence() {
        return evidence;
    }

    RecordNodes nodes() {
        return nodes;
    }

    /// The reference system stated first.
    Optional<String> crs() {
        return crs;
    }

    /// Whether positions begin with the latitude.
    boolean isNorthFirst() {
        return northFirst;
    }

    /// The records: Placemarks in KML, features in GML; else the repeated element with content of its own that is
    /// nearest to the root, the most frequent one of its depth; else the only element below a chain of only children.
    Optional<RecordNodes.Node> records() {
        var all = nodes.all();
        if (format == FileFormat.KML) {
            var marks = all.stream().filter(node -> node.path.endsWith("/Placemark")).max(byCount());
            if (marks.isPresent()) {
                return marks;
            }
        }
        if (format == FileFormat.GML) {
            var features = all.stream()
                    .filter(node -> node.path.matches(".*/(featureMembers?|member)/[^/]+"))
                    .max(byCount());
            if (features.isPresent()) {
                return features;
            }
        }
        var repeated = all.stream()
                .filter(node -> node.mostTogether > 1 && !node.fields.isEmpty())
                .min(Comparator.comparingInt((RecordNodes.Node node) -> node.depth)
                        .thenComparing(byCount().reversed()));
        return repeated.isPresent() ? repeated : only(all);
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
}
