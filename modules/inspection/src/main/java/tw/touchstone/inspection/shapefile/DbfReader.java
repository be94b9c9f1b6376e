package tw.touchstone.inspection.shapefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.CellKind;
import tw.touchstone.inspection.table.Row;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.table.TableAssembler;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Reads a dBASE table, which holds the attributes of a shapefile. (dBASE III, IV and Visual FoxPro headers)
public final class DbfReader {

    private static final int HEADER = 32;
    private static final int FIELD = 32;
    private static final int BACKLINK = 263;
    private static final int SAMPLE = 1 << 18;
    private static final Set<Integer> VERSIONS =
            Set.of(0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5);
    private static final String TYPES = "CNFDLMIBOT@GPYVQW+0";

    private record Field(String name, char type, int length) {}

    private DbfReader() {}

    /// Whether bytes begin with the header of such a table. There is no signature: the lengths must agree.
    public static boolean isDbf(byte[] head) {
        if (head.length < HEADER + FIELD + 1 || !VERSIONS.contains(head[0] & 0xFF) || head[2] > 12 || head[3] > 31) {
            return false;
        }
        var header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(header.getShort(8));
        int record = Short.toUnsignedInt(header.getShort(10));
        int sum = 1;
        int at = HEADER;
        while (at + FIELD <= Math.min(head.length, length) && head[at] != 0x0D) {
            if (TYPES.indexOf(head[at + 11] & 0xFF) < 0 || head[at] == 0) {
                return false;
            }
            sum += length(header, at);
            at += FIELD;
        }
        boolean ended = at == length - 1 || at == length - 2 || at == length - 1 - BACKLINK || at + FIELD > head.length;
        return at > HEADER && ended && (sum == record || at + FIELD > head.length);
    }

    private static int length(ByteBuffer header, int at) {
        int length = header.get(at + 16) & 0xFF;
        // Long texts use the byte of the decimals as a high byte.
        return header.get(at + 11) == 'C' ? length | (header.get(at + 17) & 0xFF) << 8 : length;
    }

    /// Reads a table.
    ///
    /// @param codePage text of the `.cpg` beside it; blank where there is none
    public static Reading read(ByteSource source, String codePage, RowSink sink) throws IOException {
        try (var in = new BufferedInputStream(Channels.newInputStream(source.open()), 1 << 16)) {
            in.mark(SAMPLE);
            var sample = in.readNBytes(SAMPLE);
            in.reset();
            var start = ByteBuffer.wrap(sample).order(ByteOrder.LITTLE_ENDIAN);
            int length = Short.toUnsignedInt(start.getShort(8));
            if (length > sample.length) {
                return Reading.broken(FileFormat.DBF, evidence(0), "the header breaks off", new IOException());
            }
            var text = DbfEncoding.of(sample, length, codePage);
            var fields = fields(sample, length, text.readAs());
            in.skipNBytes(length);
            int record = Short.toUnsignedInt(start.getShort(10));
            if (record != 1 + fields.stream().mapToInt(Field::length).sum()) {
                return Reading.broken(
                        FileFormat.DBF, evidence(fields.size()), "records are not as long as their fields", new IOException());
            }
            long count = Integer.toUnsignedLong(start.getInt(4));
            var table = TableAssembler.named("", fields.stream().map(Field::name).toList(), sink);
            rows(in, fields, record, count, text.readAs(), table);
            var tables = table.finish();
            Extent extent = table.cap().<Extent>map(cap -> cap).orElseGet(Extent.Whole::new);
            return new Reading(
                    FileFormat.DBF,
                    evidence(fields.size()),
                    new Content.Tables(tables),
                    extent,
                    table.geo(),
                    Optional.of(text.facts()));
        }
    }

    private static String evidence(int fields) {
        return "the header of a dBASE table of %d fields".formatted(fields);
    }

    private static List<Field> fields(byte[] sample, int length, Charset charset) {
        var header = ByteBuffer.wrap(sample).order(ByteOrder.LITTLE_ENDIAN);
        var fields = new ArrayList<Field>();
        for (int at = HEADER; at + FIELD <= length && header.get(at) != 0x0D; at += FIELD) {
            int end = 0;
            while (end < 11 && header.get(at + end) != 0) {
                end++;
            }
            var name = new String(sample, at, end, charset).strip();
            fields.add(new Field(name, (char) (header.get(at + 11) & 0xFF), length(header, at)));
        }
        return fields;
    }

    private static void rows(
            InputStream in, List<Field> fields, int length, long count, Charset charset, TableAssembler table)
            throws IOException {
        var bytes = new byte[length];
        var row = new Row();
        for (long number = 1; number <= count; number++) {
            int read = in.readNBytes(bytes, 0, length);
            if (read < length) {
                // The count says more than there is; an end mark alone is no record.
                table.note(
                        AnomalyCode.BROKEN_RECORD,
                        number,
                        0,
                        "%d records stated, %d there".formatted(count, number - 1));
                return;
            }
            if (bytes[0] != '*') {
                table.add(row(row.begin(number), fields, bytes, charset));
            }
        }
    }

    private static Row row(Row row, List<Field> fields, byte[] bytes, Charset charset) {
        int at = 1;
        for (var field : fields) {
            int length = Math.min(field.length(), bytes.length - at);
            switch (field.type()) {
                case 'I', '+' -> row.add(length == 4 ? Integer.toString(little(bytes, at).getInt()) : "", CellKind.NUMBER);
                case 'B', 'O' -> row.add(real(bytes, at, length), CellKind.NUMBER);
                case 'M', 'G', 'P', 'T', '@', 'Y', 'V', 'Q', 'W', '0' -> row.add("");
                default -> text(row, field.type(), new String(bytes, at, length, charset).strip());
            }
            at += length;
        }
        return row;
    }

    private static ByteBuffer little(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at);
    }

    private static String real(byte[] bytes, int at, int length) {
        double value = length == 8 ? little(bytes, at).getDouble() : Double.NaN;
        return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : "";
    }

    private static void text(Row row, char type, String value) {
        switch (type) {
            case 'N', 'F' -> row.add(value.startsWith("*") ? "" : value, CellKind.NUMBER);
            case 'L' -> row.add(truth(value), CellKind.BOOLEAN);
            case 'D' -> {
                boolean date = value.matches("\\d{8}") && !value.startsWith("0000");
                if (date) {
                    row.add(value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6), CellKind.DATE);
                } else {
                    row.add(value.matches("0*") ? "" : value);
                }
            }
            default -> row.add(value, CellKind.TEXT);
        }
    }

    private static String truth(String value) {
        return switch (value) {
            case "T", "t", "Y", "y" -> "true";
            case "F", "f", "N", "n" -> "false";
            default -> "";
        };
    }
}
