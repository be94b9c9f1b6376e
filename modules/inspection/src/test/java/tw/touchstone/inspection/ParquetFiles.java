package tw.touchstone.inspection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Small Parquet files written by tests: required columns, plain and not packed, one row group. (parquet-format 2.10;
/// Thrift compact protocol)
public final class ParquetFiles {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private ParquetFiles() {}

    /// A table with the columns `count` (INT64) and `name` (text).
    public static byte[] table(int rows) {
        return table(rows, rows, 0);
    }

    /// The same with an index of its pages.
    ///
    /// @param shift how many bytes behind its page each entry points
    static byte[] indexed(int rows, long shift) {
        return table(rows, rows, 0, OptionalLong.of(shift));
    }

    /// @param stated   rows that the footer states
    /// @param unpacked bytes that it says a column unpacks to; 0 for the truth
    static byte[] table(int rows, long stated, long unpacked) {
        return table(rows, stated, unpacked, OptionalLong.empty());
    }

    private static byte[] table(int rows, long stated, long unpacked, OptionalLong index) {
        var ids = ByteBuffer.allocate(rows * 8).order(ByteOrder.LITTLE_ENDIAN);
        var names = new ByteArrayOutputStream();
        for (int i = 1; i <= rows; i++) {
            ids.putLong(i);
            var name = ("名稱" + i).getBytes(StandardCharsets.UTF_8);
            names.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(name.length).array());
            names.writeBytes(name);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        var chunks = new ArrayList<byte[]>();
        for (var column : List.of(new Column("count", 2, ids.array()), new Column("name", 6, names.toByteArray()))) {
            long at = file.size();
            var page = page(rows, column.values());
            file.writeBytes(page);
            file.writeBytes(column.values());
            long size = (long) page.length + column.values().length;
            var chunk = chunk(column, rows, at, size, unpacked == 0 ? size : unpacked);
            if (index.isPresent()) {
                var location = new Thrift().i64(1, at + index.getAsLong()).i32(2, (int) size).i64(3, 0).end();
                var locations = new Thrift().list(1, STRUCT, List.of(location)).end();
                chunk.i64(4, file.size()).i32(5, locations.length);
                file.writeBytes(locations);
            }
            chunks.add(chunk.end());
        }
        var footer = footer(chunks, stated);
        file.writeBytes(footer);
        file.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Column(String name, int type, byte[] values) {}

    private static byte[] page(int rows, byte[] values) {
        var data = new Thrift().i32(1, rows).i32(2, 0).i32(3, 3).i32(4, 3).end();
        return new Thrift().i32(1, 0).i32(2, values.length).i32(3, values.length).struct(5, data).end();
    }

    private static Thrift chunk(Column column, int rows, long at, long size, long unpacked) {
        var meta = new Thrift()
                .i32(1, column.type())
                .list(2, I32, List.of(zigzag(0)))
                .list(3, BINARY, List.of(binary(column.name())))
                .i32(4, 0)
                .i64(5, rows)
                .i64(6, unpacked)
                .i64(7, size)
                .i64(9, at)
                .end();
        return new Thrift().i64(2, at).struct(3, meta);
    }

    private static byte[] footer(List<byte[]> chunks, long rows) {
        var root = new Thrift().binary(4, "schema").i32(5, 2).end();
        var id = new Thrift().i32(1, 2).i32(3, 0).binary(4, "count").end();
        var name = new Thrift().i32(1, 6).i32(3, 0).binary(4, "name").i32(6, 0).end();
        var group = new Thrift().list(1, STRUCT, chunks).i64(2, 100).i64(3, rows).end();
        return new Thrift()
                .i32(1, 1)
                .list(2, STRUCT, List.of(root, id, name))
                .i64(3, rows)
                .list(4, STRUCT, List.of(group))
                .end();
    }

    private static byte[] zigzag(long value) {
        return varint(value << 1 ^ value >> 63);
    }

    private static byte[] varint(long value) {
        var out = new ByteArrayOutputStream();
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
        return out.toByteArray();
    }

    private static byte[] binary(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Facts.concat(varint(bytes.length), bytes);
    }

    /// A struct in the compact protocol; fields in ascending order.
    private static final class Thrift {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int last;

        private Thrift field(int id, int type, byte[] value) {
            out.write((id - last) << 4 | type);
            out.writeBytes(value);
            last = id;
            return this;
        }

        Thrift i32(int id, int value) {
            return field(id, I32, zigzag(value));
        }

        Thrift i64(int id, long value) {
            return field(id, I64, zigzag(value));
        }

        Thrift binary(int id, String value) {
            return field(id, BINARY, ParquetFiles.binary(value));
        }

        Thrift struct(int id, byte[] value) {
            return field(id, STRUCT, value);
        }

        Thrift list(int id, int type, List<byte[]> values) {
            var all = new ByteArrayOutputStream();
            all.write(values.size() << 4 | type);
            values.forEach(all::writeBytes);
            return field(id, LIST, all.toByteArray());
        }

        byte[] end() {
            out.write(0);
            return out.toByteArray();
        }
    }
}
