package tw.touchstone.inspection.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.FileFormat;

/// A ZIP by its central directory: which format it is a dress of, and its parts. For one thread.
public final class ZipArchive implements AutoCloseable {

    /// Entries of a directory that is read at all.
    static final int DIRECTORY = 100_000;

    /// The directory has more than [#DIRECTORY] entries, each of which would cost memory.
    static final class DirectoryTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final SeekableByteChannel channel;
    private final ZipFile zip;
    private final long size;
    private final List<ZipArchiveEntry> entries;
    private final Map<String, ZipArchiveEntry> byName = new LinkedHashMap<>();

    private ZipArchive(SeekableByteChannel channel, ZipFile zip, long size) {
        this.channel = channel;
        this.zip = zip;
        this.size = size;
        this.entries = Collections.list(zip.getEntriesInPhysicalOrder());
        for (var entry : entries) {
            byName.putIfAbsent(MemberNames.of(entry).toLowerCase(Locale.ROOT), entry);
        }
    }

    /// Reads the directory.
    ///
    /// @throws IOException where it is broken
    public static ZipArchive open(ByteSource source) throws IOException {
        var channel = source.open();
        try {
            if (ZipDirectory.isLongerThan(DIRECTORY, channel)) {
                throw new DirectoryTooLong();
            }
            channel.position(0);
            var zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new ZipArchive(channel, zip, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            channel.close();
            throw new IOException("the directory contradicts itself", e);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Packed, in bytes.
    public long size() {
        return size;
    }

    List<ZipArchiveEntry> entries() {
        return entries;
    }

    /// Whether there is a part of this name, in any case.
    public boolean has(String name) {
        return byName.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /// The unpacked bytes of a part; empty where there is none that can be read. The caller closes them.
    public Optional<InputStream> part(String name) throws IOException {
        var entry = byName.get(name.toLowerCase(Locale.ROOT));
        return entry == null || !zip.canReadEntryData(entry) ? Optional.empty() : Optional.of(open(entry));
    }

    boolean canRead(ZipArchiveEntry entry) {
        return zip.canReadEntryData(entry);
    }

    /// The unpacked bytes of an entry, checked against its checksum at the end.
    InputStream open(ZipArchiveEntry entry) throws IOException {
        try {
            var in = zip.getInputStream(entry);
            if (in == null) {
                throw new MemberCollector.MemberFailed("no bytes");
            }
            return new CheckedMember(in, entry.getCrc());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new MemberCollector.MemberFailed("broken packing");
        } catch (IOException e) {
            throw new MemberCollector.MemberFailed(Reading.message(e));
        }
    }

    /// The format that the parts make.
    public FileFormat family() {
        if (has("[Content_Types].xml")) {
            if (has("xl/workbook.xml") || has("xl/workbook.bin")) {
                return FileFormat.XLSX;
            }
            if (has("word/document.xml")) {
                return FileFormat.DOCX;
            }
            if (has("ppt/presentation.xml")) {
                return FileFormat.PPTX;
            }
        }
        var declared = declared();
        if (declared.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
            return FileFormat.ODS;
        }
        if (declared.startsWith("application/vnd.oasis.opendocument.text")) {
            return FileFormat.ODT;
        }
        if (declared.equals("application/epub+zip")) {
            return FileFormat.EPUB;
        }
        var names = byName.keySet();
        boolean shapes = names.stream()
                .filter(name -> name.endsWith(".shp"))
                .anyMatch(name -> names.contains(name.substring(0, name.length() - 4) + ".dbf")
                        || names.contains(name.substring(0, name.length() - 4) + ".shx"));
        if (shapes) {
            return FileFormat.SHP;
        }
        boolean kml = names.stream().anyMatch(name -> name.endsWith(".kml") && name.indexOf('/') < 0);
        boolean others = names.stream().anyMatch(name -> name.matches(".*\\.(csv|xlsx?|json|shp|txt)"));
        return kml && !others ? FileFormat.KMZ : FileFormat.ZIP;
    }

    /// What the part `mimetype` says, as OpenDocument and EPUB have it.
    private String declared() {
        try (var in = part("mimetype").orElseGet(InputStream::nullInputStream)) {
            return new String(in.readNBytes(200), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            zip.close();
        }
    }
}
