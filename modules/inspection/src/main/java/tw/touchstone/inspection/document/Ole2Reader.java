package tw.touchstone.inspection.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.container.Spool;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.format.Recognised;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.workbook.XlsReader;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Tells Excel from Word and both from encrypted Office documents by the streams of a compound file ([MS-CFB] 2.6), and
/// reads workbooks.
public final class Ole2Reader {

    private static final long SIZE = 512L << 20;
    private static final int FIB_FLAGS = 11;
    private static final String BROKEN = "an OLE2 file without a readable directory";

    private Ole2Reader() {}

    /// Reads a compound file.
    public static Reading read(ByteSource source, RowSink sink) throws IOException {
        try (var in = Channels.newInputStream(source.open());
                var spool = Spool.of(in, SIZE)) {
            if (spool.failure().isPresent()) {
                throw spool.failure().get();
            }
            if (!spool.isWhole()) {
                return Reading.opaque(new Recognised(FileFormat.UNKNOWN, "begins with the OLE2 signature"))
                        .read(new Extent.Partial("ole2-bytes", SIZE));
            }
            return read(spool, sink);
        }
    }

    private static Reading read(Spool spool, RowSink sink) throws IOException {
        POIFSFileSystem opened;
        try {
            opened = spool.file().isPresent()
                    ? new POIFSFileSystem(spool.file().get().toFile(), true)
                    : new POIFSFileSystem(new ByteArrayInputStream(spool.bytes()));
        } catch (IOException | RuntimeException e) {
            // The library answers broken files with exceptions of every kind.
            return Reading.opaque(new Recognised(FileFormat.UNKNOWN, BROKEN));
        }
        try (var files = opened) {
            return read(files.getRoot(), sink);
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            return Reading.opaque(new Recognised(FileFormat.UNKNOWN, BROKEN));
        }
    }

    private static Reading read(DirectoryNode root, RowSink sink) throws IOException {
        for (var stream : new String[] {"Workbook", "WORKBOOK", "Book", "BOOK"}) {
            if (root.hasEntry(stream)) {
                return XlsReader.read(root, stream, sink);
            }
        }
        if (root.hasEntry("WordDocument")) {
            var evidence = "an OLE2 file with a WordDocument stream";
            return Reading.of(
                    FileFormat.DOC, evidence, isEncrypted(root) ? new Content.Encrypted() : new Content.Opaque());
        }
        if (root.hasEntry("EncryptedPackage")) {
            return Reading.of(FileFormat.UNKNOWN, "an encrypted Office document", new Content.Encrypted());
        }
        var evidence = root.hasEntry("PowerPoint Document")
                ? "an OLE2 file with a PowerPoint Document stream"
                : "an OLE2 file of another kind";
        return Reading.opaque(new Recognised(FileFormat.UNKNOWN, evidence));
    }

    /// The bit fEncrypted of the file information block. ([MS-DOC] 2.5.2)
    private static boolean isEncrypted(DirectoryNode root) {
        try (var in = root.createDocumentInputStream("WordDocument")) {
            var start = in.readNBytes(FIB_FLAGS + 1);
            return start.length > FIB_FLAGS && (start[FIB_FLAGS] & 1) != 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
