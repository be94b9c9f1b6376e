package tw.touchstone.inspection.tree;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import tw.touchstone.inspection.geo.Positions;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.GeoProfile;

/// Reads the coordinates of KML and GML as they stand in the text: tuples of KML's and GML 2's `coordinates`, lists of
/// GML 3's `pos` and `posList`. (OGC 07-147, 16.10; OGC 07-036, 10.1.4)
final class GeoText {

    private static final Set<String> KINDS = Set.of(
            "Point", "LineString", "Polygon", "Curve", "Surface", "MultiPoint", "MultiLineString", "MultiCurve",
            "MultiPolygon", "MultiSurface", "MultiGeometry", "Track");
    private static final int NUMBER = 64;

    private final Positions positions;
    private final boolean northFirst;
    private boolean open;
    private boolean tuples;
    private int dimensions = 2;
    private boolean inRing;
    private final StringBuilder number = new StringBuilder();
    private final double[] position = new double[2];
    private int numbers;
    private long read;
    private double firstX;
    private double firstY;
    private double lastX;
    private double lastY;
    private int nested;

    /// @param northFirst whether positions begin with the latitude
    GeoText(Positions positions, boolean northFirst) {
        this.positions = positions;
        this.northFirst = northFirst;
    }

    void open(String name, XMLStreamReader xml) {
        switch (name) {
            case "coordinates" -> begin(true, 2);
            case "pos", "posList" -> begin(false, dimension(xml));
            case "LinearRing" -> {
                inRing = true;
                read = 0;
            }
            default -> {
                if (KINDS.contains(name)) {
                    if (nested == 0) {
                        positions.geometry(name);
                    }
                    nested++;
                }
            }
        }
    }

    private void begin(boolean asTuples, int size) {
        open = true;
        tuples = asTuples;
        dimensions = size;
        numbers = 0;
        number.setLength(0);
        if (!inRing) {
            read = 0;
        }
    }

    private static int dimension(XMLStreamReader xml) {
        var stated = xml.getAttributeValue(null, "srsDimension");
        return "3".equals(stated) ? 3 : 2;
    }

    boolean isOpen() {
        return open;
    }

    void characters(char[] text, int from, int length, XMLStreamReader xml) {
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (c == ',' && tuples) {
                number(xml);
            } else if (c <= ' ') {
                number(xml);
                if (tuples) {
                    position(xml);
                }
            } else if (number.length() < NUMBER) {
                number.append(c);
            }
        }
    }

    private void number(XMLStreamReader xml) {
        if (number.isEmpty()) {
            return;
        }
        double value;
        try {
            value = Double.parseDouble(number.toString());
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        number.setLength(0);
        if (numbers < 2) {
            position[numbers] = value;
        }
        numbers++;
        if (!tuples && numbers == dimensions) {
            position(xml);
        }
    }

    private void position(XMLStreamReader xml) {
        if (numbers == 0) {
            return;
        }
        if (numbers == 1) {
            positions.note(AnomalyCode.INVALID_GEOMETRY, XmlStreams.place(xml, "not a position"));
        } else {
            double x = northFirst ? position[1] : position[0];
            double y = northFirst ? position[0] : position[1];
            var at = xml.getLocation();
            positions.add(x, y, Math.max(0, at.getLineNumber()), Math.max(0, at.getColumnNumber()), -1);
            if (read == 0) {
                firstX = x;
                firstY = y;
            }
            lastX = x;
            lastY = y;
            read++;
        }
        numbers = 0;
    }

    void close(String name, XMLStreamReader xml) {
        switch (name) {
            case "coordinates", "pos", "posList" -> {
                if (open) {
                    number(xml);
                    position(xml);
                    open = false;
                }
            }
            case "LinearRing" -> {
                if (read > 0 && (read < 4 || firstX != lastX || firstY != lastY)) {
                    positions.note(
                            AnomalyCode.INVALID_GEOMETRY, XmlStreams.place(xml, "LinearRing: the ring is not closed"));
                }
                inRing = false;
            }
            default -> {
                if (KINDS.contains(name)) {
                    nested = Math.max(0, nested - 1);
                }
            }
        }
    }

    Optional<GeoProfile> profile() {
        return positions.isEmpty() ? Optional.empty() : Optional.of(positions.profile());
    }
}
