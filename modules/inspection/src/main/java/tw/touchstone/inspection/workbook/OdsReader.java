package tw.touchstone.inspection.workbook;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import tw.touchstone.inspection.container.ZipArchive;
import tw.touchstone.inspection.container.ZipReader;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.inspection.tree.XmlStreams;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;

/// Reads the sheets of an OpenDocument spreadsheet as a stream. (OpenDocument 1.3 part 3, 9)
public final class OdsReader {

    private static final int MANIFEST = 1 << 20;
    private static final String CONTENT = "content.xml";

    private OdsReader() {}

    /// Whether an OpenDocument file is encrypted, as its manifest says. (OpenDocument 1.3 part 2, 4.8)
    public static boolean isEncrypted(ZipArchive zip) {
        try (var in = zip.part("META-INF/manifest.xml").orElseGet(InputStream::nullInputStream)) {
            return new String(in.readNBytes(MANIFEST), StandardCharsets.UTF_8).contains("encryption-data");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /// Reads a workbook.
    public static Reading read(ZipArchive zip, RowSink sink) throws IOException {
        var evidence = ZipReader.evidence(FileFormat.ODS);
        if (isEncrypted(zip)) {
            return Reading.of(FileFormat.ODS, evidence, new Content.Encrypted());
        }
        var workbook = new Workbook(sink);
        var sheets = new OdsSheets(workbook);
        try (var in = new Parts(zip).open(CONTENT).orElseGet(InputStream::nullInputStream)) {
            var xml = XmlStreams.openPart(in);
            try {
                sheets.read(xml);
            } catch (WstxLazyException e) {
                throw XmlStreams.cause(e);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getCause() instanceof Parts.TooLarge large) {
                sheets.stop();
                workbook.stopped(large.extent());
                return workbook.reading(FileFormat.ODS, evidence);
            }
            if (e.getCause() instanceof IOException broken) {
                return Reading.broken(FileFormat.ODS, evidence, "broken part", broken);
            }
            var at = XmlStreams.place(e).in(CONTENT);
            return Reading.of(FileFormat.ODS, evidence, new Content.Malformed(XmlStreams.reason(e), at));
        } catch (IOException e) {
            return Reading.broken(FileFormat.ODS, evidence, "broken part", e);
        }
        return workbook.reading(FileFormat.ODS, evidence);
    }
}
