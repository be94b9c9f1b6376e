package tw.touchstone.inspection.tree;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;
import tw.touchstone.inspection.geo.Positions;
import tw.touchstone.model.fact.AnomalyCode;

/// One geometry of GeoJSON while its coordinates come in. (RFC 7946, 3.1)
final class GeoJsonGeometry {

    private final Positions positions;
    private final JsonText text;
    private String type = "";
    private int numbers;
    private double x;
    private double y;
    private @Nullable TokenStreamLocation at;
    /// Of the innermost list of positions.
    private long inRing;
    private double firstX;
    private double firstY;
    private double lastX;
    private double lastY;
    private boolean hasCoordinates;
    private @Nullable TokenStreamLocation brokenAt;
    private @Nullable TokenStreamLocation openAt;

    GeoJsonGeometry(Positions positions, JsonText text) {
        this.positions = positions;
        this.text = text;
    }

    void type(String name) {
        type = name;
    }

    /// A list opens.
    void open(TokenStreamLocation where) {
        hasCoordinates = true;
        numbers = 0;
        at = where;
    }

    void value(double number, TokenStreamLocation where) {
        if (Double.isNaN(number)) {
            broken(where);
        } else if (numbers == 0) {
            x = number;
        } else if (numbers == 1) {
            y = number;
        }
        numbers++;
    }

    /// A list closes.
    void close() {
        if (numbers > 0) {
            position();
            numbers = 0;
        } else if (inRing > 0) {
            if (inRing < 4 || firstX != lastX || firstY != lastY) {
                openAt = openAt == null ? at : openAt;
            }
            inRing = 0;
        }
    }

    private void position() {
        var where = at == null ? TokenStreamLocation.NA : at;
        if (numbers < 2) {
            broken(where);
            return;
        }
        positions.add(x, y, Math.max(0, where.getLineNr()), Math.max(0, where.getColumnNr()), text.offset(where));
        if (inRing == 0) {
            firstX = x;
            firstY = y;
        }
        lastX = x;
        lastY = y;
        inRing++;
    }

    private void broken(TokenStreamLocation where) {
        brokenAt = brokenAt == null ? where : brokenAt;
    }

    /// The object ends.
    void end() {
        if (!hasCoordinates && !type.equals("GeometryCollection")) {
            return;
        }
        positions.geometry(type.isEmpty() ? "?" : type);
        if (brokenAt != null) {
            positions.note(AnomalyCode.INVALID_GEOMETRY, text.place(brokenAt, type + ": not a position"));
        } else if (openAt != null && (type.equals("Polygon") || type.equals("MultiPolygon"))) {
            positions.note(AnomalyCode.INVALID_GEOMETRY, text.place(openAt, type + ": a ring is not closed"));
        }
    }
}
