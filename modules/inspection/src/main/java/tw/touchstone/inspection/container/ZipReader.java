package tw.touchstone.inspection.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.Place;

/// Lists a ZIP by its central directory and tells the formats that are ZIPs inside. Of each member only the first
/// bytes are unpacked, so a bomb costs nothing.
public final class ZipReader {

    /// Members listed.
    static final int ENTRIES = 10_000;

    private ZipReader() {}

    public static ContainerRead read(ByteSource source, Sniffer sniffer) throws IOException {
        try (var channel = source.open();
                var zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            return listed(zip, sniffer);
        } catch (IOException e) {
            // Truncated archives end in plain I/O exceptions, and the channel has been read whole before.
            return malformed(e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            return malformed(e);
        }
    }

    private static ContainerRead malformed(Exception e) {
        return new ContainerRead(
                FileFormat.ZIP,
                "begins with PK",
                new Content.Malformed(reason(e), new Place(0, 0, -1, "")),
                new Extent.Whole());
    }

    private static String reason(Exception e) {
        var message = e.getMessage();
        return message == null || message.isBlank() ? "broken ZIP directory" : "broken ZIP: " + message;
    }

    private static ContainerRead listed(ZipFile zip, Sniffer sniffer) {
        var entries = Collections.list(zip.getEntriesInPhysicalOrder());
        Extent extent = new Extent.Whole();
        if (entries.size() > ENTRIES) {
            extent = new Extent.Partial("entries", ENTRIES);
            entries = new ArrayList<>(entries.subList(0, ENTRIES));
        }
        var names = new HashSet<String>();
        for (var entry : entries) {
            names.add(MemberNames.of(entry).toLowerCase(Locale.ROOT));
        }
        var format = family(zip, entries, names);
        if (format.kind() == FileFormat.Kind.TABLE || format.kind() == FileFormat.Kind.DOCUMENT) {
            return new ContainerRead(format, evidence(format), new Content.Opaque(), extent);
        }
        var members = new ArrayList<Member>();
        for (var entry : entries) {
            if (!entry.isDirectory()) {
                var head = head(zip, entry);
                members.add(new Member(
                        MemberNames.of(entry),
                        Math.max(0, entry.getSize()),
                        head.length == 0 ? FileFormat.UNKNOWN : sniffer.format(head)));
            }
        }
        return new ContainerRead(format, evidence(format), new Content.Members(members), extent);
    }

    private static String evidence(FileFormat format) {
        return format == FileFormat.ZIP ? "a ZIP directory" : "a ZIP with the members of " + format.display();
    }

    private static FileFormat family(ZipFile zip, List<ZipArchiveEntry> entries, Set<String> names) {
        if (names.contains("[content_types].xml")) {
            if (names.contains("xl/workbook.xml") || names.contains("xl/workbook.bin")) {
                return FileFormat.XLSX;
            }
            if (names.contains("word/document.xml")) {
                return FileFormat.DOCX;
            }
            if (names.contains("ppt/presentation.xml")) {
                return FileFormat.PPTX;
            }
        }
        var declared = zip.getEntry("mimetype");
        if (declared != null) {
            var type = new String(head(zip, declared), StandardCharsets.ISO_8859_1).strip();
            if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
                return FileFormat.ODS;
            }
            if (type.startsWith("application/vnd.oasis.opendocument.text")) {
                return FileFormat.ODT;
            }
            if (type.equals("application/epub+zip")) {
                return FileFormat.EPUB;
            }
        }
        boolean shapes = names.stream()
                .filter(name -> name.endsWith(".shp"))
                .anyMatch(name -> names.contains(name.substring(0, name.length() - 4) + ".dbf"));
        if (shapes) {
            return FileFormat.SHP;
        }
        boolean kml = names.stream().anyMatch(name -> name.endsWith(".kml") && name.indexOf('/') < 0);
        boolean others = entries.stream()
                .map(entry -> MemberNames.of(entry).toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.matches(".*\\.(csv|xlsx?|json|shp|txt)"));
        return kml && !others ? FileFormat.KMZ : FileFormat.ZIP;
    }

    /// The first bytes of a member; none where it is encrypted, broken or packed in an unknown way.
    private static byte[] head(ZipFile zip, ZipArchiveEntry entry) {
        if (!zip.canReadEntryData(entry)) {
            return new byte[0];
        }
        try (var in = zip.getInputStream(entry)) {
            return in == null ? new byte[0] : in.readNBytes(Sniffer.HEAD);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return new byte[0];
        }
    }
}
