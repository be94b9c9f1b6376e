package tw.touchstone.inspection.shapefile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.geo.Crs;
import tw.touchstone.inspection.geo.Positions;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Place;

/// Reads the geometries of a shapefile record by record. (ESRI Shapefile Technical Description, July 1998)
public final class ShpReader {

    private static final int HEADER = 100;
    /// Rings of one record that are checked for being closed.
    private static final int RINGS = 1 << 20;

    private static final Pattern NAME = Pattern.compile("\"([^\"]{1,60})\"");
    private static final String EVIDENCE = "begins with the shapefile code 9994";

    private final DataInputStream in;
    private final Positions positions;
    private long offset = HEADER;

    private ShpReader(DataInputStream in, Positions positions) {
        this.in = in;
        this.positions = positions;
    }

    /// Reads a `.shp`.
    ///
    /// @param projection well-known text of the `.prj` beside it; blank where there is none
    /// @param alone      whether there are no other parts beside it
    public static Reading read(ByteSource source, String projection, boolean alone) throws IOException {
        var positions = projection.isBlank() ? Positions.unstated() : Positions.stated(id(projection));
        if (alone) {
            positions.note(AnomalyCode.MISSING_PART, new Place(0, 0, -1, ".shx"));
            positions.note(AnomalyCode.MISSING_PART, new Place(0, 0, -1, ".dbf"));
        }
        try (var raw = new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16))) {
            raw.skipNBytes(HEADER);
            var reader = new ShpReader(raw, positions);
            var broken = reader.records();
            if (broken.isPresent()) {
                return Reading.of(FileFormat.SHP, EVIDENCE, broken.get());
            }
        } catch (EOFException e) {
            return Reading.of(
                    FileFormat.SHP,
                    EVIDENCE,
                    new Content.Malformed("the header breaks off", new Place(0, 0, 0, "")));
        }
        return Reading.of(FileFormat.SHP, EVIDENCE, new Content.Opaque()).at(Optional.of(positions.profile()));
    }

    /// An id we know, else the name that the text gives the system.
    private static String id(String projection) {
        return Crs.idOfText(projection).orElseGet(() -> {
            var name = NAME.matcher(projection);
            return name.find() ? name.group(1) : "unknown";
        });
    }

    private Optional<Content> records() throws IOException {
        for (long record = 1; ; record++) {
            int number = in.read();
            if (number < 0) {
                return Optional.empty();
            }
            try {
                in.skipNBytes(3);
                long length = 2L * in.readInt();
                if (length < 4) {
                    return Optional.of(malformed(record, "a record of " + length + " bytes"));
                }
                long left = geometry(record, length);
                if (left < 0) {
                    return Optional.of(malformed(record, "a record shorter than its geometry"));
                }
                in.skipNBytes(left);
                offset += 8 + length;
            } catch (EOFException e) {
                return Optional.of(malformed(record, "the file breaks off inside a record"));
            }
        }
    }

    private Content malformed(long record, String reason) {
        return new Content.Malformed(reason, new Place(record, 0, offset, ""));
    }

    /// Reads a geometry and says how many bytes of the record are left.
    private long geometry(long record, long length) throws IOException {
        int type = little();
        long left = length - 4;
        return switch (type) {
            case 0 -> left;
            case 1, 11, 21 -> {
                positions.geometry("Point");
                if (left >= 16) {
                    point(record);
                }
                yield left - 16;
            }
            case 8, 18, 28 -> {
                positions.geometry("MultiPoint");
                if (left < 36) {
                    yield -1;
                }
                in.skipNBytes(32);
                yield points(record, left - 36, little(), new int[0], false);
            }
            case 3, 13, 23 -> {
                positions.geometry("PolyLine");
                yield parts(record, left, 0, false);
            }
            case 5, 15, 25 -> {
                positions.geometry("Polygon");
                yield parts(record, left, 0, true);
            }
            case 31 -> {
                positions.geometry("MultiPatch");
                yield parts(record, left, 4, false);
            }
            default -> {
                positions.note(
                        AnomalyCode.INVALID_GEOMETRY, new Place(record, 0, offset, "shape of an unknown type"));
                yield left;
            }
        };
    }

    private long parts(long record, long length, int typeBytes, boolean rings) throws IOException {
        if (length < 40) {
            return -1;
        }
        in.skipNBytes(32);
        int count = little();
        int points = little();
        long left = length - 40;
        if (count < 0 || (4L + typeBytes) * count > left) {
            return -1;
        }
        int kept = rings && count <= RINGS ? count : 0;
        var starts = new int[kept];
        for (int i = 0; i < kept; i++) {
            starts[i] = little();
        }
        in.skipNBytes(4L * (count - kept) + (long) typeBytes * count);
        return points(record, left - (4L + typeBytes) * count, points, starts, rings);
    }

    private long points(long record, long left, int count, int[] starts, boolean rings) throws IOException {
        if (count < 0 || 16L * count > left) {
            return -1;
        }
        int part = 0;
        int inPart = 0;
        double firstX = 0;
        double firstY = 0;
        boolean open = false;
        for (int i = 0; i < count; i++) {
            double x = Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
            double y = Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
            positions.add(x, y, record, 0, offset);
            if (rings && starts.length > 0) {
                if (part < starts.length && i == starts[part]) {
                    part++;
                    inPart = 0;
                    firstX = x;
                    firstY = y;
                }
                inPart++;
                int end = part < starts.length ? starts[part] : count;
                if (i == end - 1) {
                    open |= inPart < 4 || x != firstX || y != firstY;
                }
            }
        }
        if (open) {
            positions.note(
                    AnomalyCode.INVALID_GEOMETRY, new Place(record, 0, offset, "Polygon: a ring is not closed"));
        }
        return left - 16L * count;
    }

    private void point(long record) throws IOException {
        double x = Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
        double y = Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
        positions.add(x, y, record, 0, offset);
    }

    private int little() throws IOException {
        return Integer.reverseBytes(in.readInt());
    }
}
