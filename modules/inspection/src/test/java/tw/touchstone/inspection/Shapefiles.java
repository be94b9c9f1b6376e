package tw.touchstone.inspection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Parts of shapefiles written by tests.
@SuppressWarnings("ByteBufferBackingArray") // every buffer is allocated here
public final class Shapefiles {

    public static final String TWD97 = "PROJCS[\"TWD97_TM2\",GEOGCS[\"GCS_TWD_1997\",DATUM[\"D_TWD_1997\","
            + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
            + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",250000.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",121.0],PARAMETER[\"Scale_Factor\",0.9999],UNIT[\"Meter\",1.0]]";

    private Shapefiles() {}

    public static byte[] shp(int type, byte[]... shapes) {
        var out = new ByteArrayOutputStream();
        int words = 50 + Arrays.stream(shapes).mapToInt(shape -> 4 + shape.length / 2).sum();
        var header = ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, words);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        out.writeBytes(header.array());
        for (int i = 0; i < shapes.length; i++) {
            out.writeBytes(ByteBuffer.allocate(8).putInt(i + 1).putInt(shapes[i].length / 2).array());
            out.writeBytes(shapes[i]);
        }
        return out.toByteArray();
    }

    public static byte[] point(double x, double y) {
        return little(20).putInt(1).putDouble(x).putDouble(y).array();
    }

    /// One ring of these coordinates.
    public static byte[] polygon(double... coordinates) {
        var shape = little(44 + 4 + coordinates.length * 8);
        shape.putInt(5).position(36);
        shape.putInt(1).putInt(coordinates.length / 2).putInt(0);
        for (double coordinate : coordinates) {
            shape.putDouble(coordinate);
        }
        return shape.array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A table with the columns `NAME` and `COUNT` and a row for each name.
    ///
    /// @param driver language driver: 0x4F is Big5, 0 says nothing and writes UTF-8
    public static byte[] dbf(int driver, String... names) {
        Charset charset = driver == 0 ? StandardCharsets.UTF_8 : Facts.CP950;
        var out = new ByteArrayOutputStream();
        var header = little(97).put(0, (byte) 3).put(1, (byte) 121).put(2, (byte) 5).put(3, (byte) 1);
        header.putInt(4, names.length).putShort(8, (short) 97).putShort(10, (short) 26).put(29, (byte) driver);
        field(header, 32, "NAME", 'C', 20);
        field(header, 64, "COUNT", 'N', 5);
        header.put(96, (byte) 0x0D);
        out.writeBytes(header.array());
        for (int i = 0; i < names.length; i++) {
            var record = new byte[26];
            Arrays.fill(record, (byte) ' ');
            var name = names[i].getBytes(charset);
            System.arraycopy(name, 0, record, 1, Math.min(20, name.length));
            record[25] = (byte) ('1' + i % 9);
            out.writeBytes(record);
        }
        out.write(0x1A);
        return out.toByteArray();
    }

    private static void field(ByteBuffer header, int at, String name, char type, int length) {
        header.put(at, name.getBytes(StandardCharsets.US_ASCII));
        header.put(at + 11, (byte) type).put(at + 16, (byte) length);
    }
}
