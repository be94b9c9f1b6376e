package tw.touchstone.inspection.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.FileFormat;

/// Tells Excel from Word by the stream names in the compound file's directory ([MS-CFB] §2.6).
public final class Ole2 {

    private static final int ENTRY = 128;
    private static final int NAME = 64;

    private Ole2() {}

    public static Recognised of(ByteSource source, byte[] head) throws IOException {
        if (head.length >= 512) {
            var header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            int shift = header.getShort(30);
            int sector = header.getInt(48);
            if ((shift == 9 || shift == 12) && sector >= 0) {
                var directory = ByteBuffer.allocate(1 << shift);
                try (var channel = source.open()) {
                    channel.position((sector + 1L) << shift);
                    int count = 1;
                    while (directory.hasRemaining() && count > 0) {
                        count = channel.read(directory);
                    }
                }
                return of(directory.array());
            }
        }
        return new Recognised(FileFormat.UNKNOWN, "an OLE2 file without a readable directory");
    }

    private static Recognised of(byte[] directory) {
        for (int at = 0; at + ENTRY <= directory.length; at += ENTRY) {
            var name = new String(directory, at, NAME, StandardCharsets.UTF_16LE);
            int end = name.indexOf('\0');
            switch (end < 0 ? name : name.substring(0, end)) {
                case "Workbook", "Book" -> {
                    return new Recognised(FileFormat.XLS, "an OLE2 file with a Workbook stream");
                }
                case "WordDocument" -> {
                    return new Recognised(FileFormat.DOC, "an OLE2 file with a WordDocument stream");
                }
                case "EncryptedPackage" -> {
                    return new Recognised(FileFormat.UNKNOWN, "an encrypted Office document");
                }
                default -> {}
            }
        }
        return new Recognised(FileFormat.UNKNOWN, "an OLE2 file of another kind");
    }
}
