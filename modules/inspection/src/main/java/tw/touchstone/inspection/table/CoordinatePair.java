package tw.touchstone.inspection.table;

import java.util.List;
import java.util.Optional;
import tw.touchstone.inspection.geo.Crs;
import tw.touchstone.inspection.geo.Positions;

/// Two columns of a table that together are positions, found in its header and first rows, and where they lie.
final class CoordinatePair {

    /// Rows that have to look like positions for columns whose names do not say so.
    private static final int PROOF = 3;

    private final int x;
    private final int y;
    private final Crs crs;
    private final Positions positions;
    private final NumberText number = new NumberText();

    private CoordinatePair(int x, int y, Crs crs) {
        this.x = x;
        this.y = y;
        this.crs = crs;
        this.positions = new Positions(crs, false);
    }

    /// The pair among the columns; empty where there is none. Columns whose names say one coordinate and whose values
    /// are the other are a pair as their names say, so that every position of it is an anomaly.
    static Optional<CoordinatePair> find(Header header, List<Row> rows) {
        return find(header, rows, true).or(() -> find(header, rows, false));
    }

    private static Optional<CoordinatePair> find(Header header, List<Row> rows, boolean exchanged) {
        int width = Math.min(header.columns(), TableCaps.COLUMNS);
        for (boolean degrees : new boolean[] {true, false}) {
            long east = degrees ? FormSet.LONGITUDE : FormSet.TWD97_EASTING;
            long north = degrees ? FormSet.LATITUDE : FormSet.TWD97_NORTHING;
            for (int x = 0; x < width; x++) {
                if (!isCandidate(header, rows, x, east, exchanged ? north : east)) {
                    continue;
                }
                int y = nearest(header, rows, x, north, exchanged ? east : north, width);
                if (y >= 0) {
                    return Optional.of(new CoordinatePair(x, y, degrees ? Crs.WGS84 : Crs.TWD97_121));
                }
            }
        }
        return Optional.empty();
    }

    /// The next column on either side that fits.
    private static int nearest(Header header, List<Row> rows, int x, long name, long form, int width) {
        for (int distance = 1; distance < width; distance++) {
            for (int y : new int[] {x + distance, x - distance}) {
                if (y >= 0 && y < width && isCandidate(header, rows, y, name, form)) {
                    return y;
                }
            }
        }
        return -1;
    }

    /// @param name what the column's name should say
    /// @param form what its values should be; where that is the other coordinate, only the name counts
    private static boolean isCandidate(Header header, List<Row> rows, int column, long name, long form) {
        var number = new NumberText();
        boolean named = new NameHints(header.name(column)).coordinate(name);
        if (name != form && !named) {
            return false;
        }
        int filled = 0;
        int fit = 0;
        int precise = 0;
        for (var row : rows) {
            if (row.line() < header.firstRow() || column >= row.kept() || isBlank(row, column)) {
                continue;
            }
            filled++;
            if (read(number, row, column) && (TextForms.coordinates(number.value) & form) != 0) {
                fit++;
                precise += number.decimals >= 3 || form == FormSet.TWD97_EASTING || form == FormSet.TWD97_NORTHING ? 1 : 0;
            }
        }
        return filled > 0 && (named ? fit * 2 >= filled : fit >= PROOF && fit * 20 >= filled * 19 && precise * 2 > fit);
    }

    private static boolean isBlank(Row row, int column) {
        for (int i = row.start(column); i < row.end(column); i++) {
            if (!Blanks.isBlank(row.text()[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean read(NumberText number, Row row, int column) {
        int from = row.start(column);
        int to = row.end(column);
        var text = row.text();
        while (from < to && Blanks.isBlank(text[from])) {
            from++;
        }
        while (to > from && Blanks.isBlank(text[to - 1])) {
            to--;
        }
        return from < to && number.read(text, from, to);
    }

    void row(Row row) {
        if (x >= row.kept() || y >= row.kept() || !read(number, row, x)) {
            return;
        }
        double east = number.value;
        if (!read(number, row, y)) {
            return;
        }
        double north = number.value;
        positions.add(east, north, row.line(), x + 1);
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    long xForm() {
        return crs == Crs.WGS84 ? FormSet.LONGITUDE : FormSet.TWD97_EASTING;
    }

    long yForm() {
        return crs == Crs.WGS84 ? FormSet.LATITUDE : FormSet.TWD97_NORTHING;
    }

    Positions positions() {
        return positions;
    }
}
