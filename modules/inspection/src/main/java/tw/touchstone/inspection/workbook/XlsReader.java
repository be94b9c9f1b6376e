package tw.touchstone.inspection.workbook;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Reads the sheets of an Excel 97 to 2003 workbook, record by record. ([MS-XLS] 2.4)
public final class XlsReader {

    /// Different texts of a workbook; the library keeps each as some objects.
    private static final int TEXTS = 500_000;

    private static final int TEXT_BYTES = 32 << 20;
    private static final int SST = 0x00FC;
    private static final int CONTINUE = 0x003C;

    private XlsReader() {}

    /// Reads the workbook in an OLE2 file.
    ///
    /// @param stream name of the stream: `Workbook` or `Book`
    public static Reading read(DirectoryNode root, String stream, RowSink sink) throws IOException {
        var evidence = "an OLE2 file with a " + stream + " stream";
        var workbook = new Workbook(sink);
        try {
            if (hasTooManyTexts(root, stream)) {
                return Reading.of(FileFormat.XLS, evidence, new Content.Opaque())
                        .read(new Extent.Partial("shared-strings", TEXTS));
            }
            var records = new XlsRecords(workbook);
            var request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, root);
            records.finish();
            return workbook.reading(FileFormat.XLS, evidence);
        } catch (EncryptedDocumentException e) {
            return Reading.of(FileFormat.XLS, evidence, new Content.Encrypted());
        } catch (OldExcelFormatException e) {
            return Reading.of(FileFormat.XLS, evidence + " of Excel 95 or older", new Content.Opaque());
        } catch (IOException | HSSFUserException e) {
            return Reading.broken(FileFormat.XLS, evidence, "broken XLS", e);
        } catch (RuntimeException e) {
            // The library answers broken records with exceptions of every kind.
            return Reading.broken(FileFormat.XLS, evidence, "broken XLS", e);
        }
    }

    /// Reads the record headers only: the library would make room for as many texts as a hostile file states.
    private static boolean hasTooManyTexts(DirectoryNode root, String stream) throws IOException {
        try (var in = root.createDocumentInputStream(root.getEntryCaseInsensitive(stream))) {
            long unique = -1;
            long bytes = 0;
            var header = new byte[4];
            while (in.readNBytes(header, 0, 4) == 4) {
                int sid = (header[0] & 0xFF) | (header[1] & 0xFF) << 8;
                int length = (header[2] & 0xFF) | (header[3] & 0xFF) << 8;
                if (sid == SST && length >= 8) {
                    var counts = in.readNBytes(8);
                    if (counts.length < 8) {
                        return false;
                    }
                    unique = (counts[4] & 0xFFL) | (counts[5] & 0xFFL) << 8 | (counts[6] & 0xFFL) << 16
                            | (counts[7] & 0xFFL) << 24;
                    bytes = length;
                    length -= 8;
                } else if (unique >= 0 && sid == CONTINUE) {
                    bytes += length;
                } else if (unique >= 0) {
                    break;
                }
                skip(in, length);
            }
            // A text takes three bytes at least.
            return unique > TEXTS || bytes > TEXT_BYTES || unique * 3 > bytes;
        }
    }

    private static void skip(InputStream in, int length) throws IOException {
        int left = length;
        while (left > 0) {
            long count = in.skip(left);
            if (count <= 0) {
                return;
            }
            left -= (int) count;
        }
    }
}
