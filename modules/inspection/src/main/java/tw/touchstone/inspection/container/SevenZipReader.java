package tw.touchstone.inspection.container;

import java.io.IOException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.container.MemberInspector.SideTexts;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Reads the members of a 7z archive.
public final class SevenZipReader {

    /// For the dictionary of the packing and for the directory.
    private static final int MEMORY_KIB = 64 << 10;

    private static final String EVIDENCE = "begins with 7z";

    private SevenZipReader() {}

    /// Reads all members within the caps.
    public static Reading read(ByteSource source, long size, MemberInspector inspector, UnpackBudget budget)
            throws IOException {
        try (var channel = source.open();
                var archive = SevenZFile.builder()
                        .setSeekableByteChannel(channel)
                        .setMaxMemoryLimitKiB(MEMORY_KIB)
                        .get()) {
            return members(archive, new MemberCollector(inspector, budget, size, SideTexts.NONE));
        } catch (PasswordRequiredException e) {
            return Reading.of(FileFormat.SEVEN_ZIP, EVIDENCE, new Content.Encrypted());
        } catch (MemoryLimitException e) {
            return Reading.of(FileFormat.SEVEN_ZIP, EVIDENCE, new Content.Opaque())
                    .read(new Extent.Partial("memory-kib", MEMORY_KIB));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            return Reading.broken(FileFormat.SEVEN_ZIP, EVIDENCE, "broken 7z", e);
        } catch (IllegalStateException | NegativeArraySizeException | UnsupportedOperationException e) {
            return Reading.broken(FileFormat.SEVEN_ZIP, EVIDENCE, "broken 7z", e);
        }
    }

    private static Reading members(SevenZFile archive, MemberCollector collector) throws IOException {
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (collector.isFull()) {
                break;
            }
            if (!entry.isDirectory() && !entry.isAntiItem()) {
                member(archive, entry, collector);
            }
        }
        return Reading.of(FileFormat.SEVEN_ZIP, EVIDENCE, collector.content()).read(collector.extent());
    }

    private static void member(SevenZFile archive, SevenZArchiveEntry entry, MemberCollector collector)
            throws IOException {
        var name = entry.getName() == null ? "" : entry.getName();
        if (entry.getHasWindowsAttributes() && isLink(entry.getWindowsAttributes())) {
            collector.note(AnomalyCode.LINK_MEMBER, name, name);
            collector.listed(name, entry.getSize());
        } else if (isEncrypted(archive, entry)) {
            collector.note(AnomalyCode.ENCRYPTED_MEMBER, name, name);
            collector.listed(name, entry.getSize());
        } else {
            collector.file(name, entry.getSize(), () -> archive.getInputStream(entry));
        }
    }

    /// Unix modes stand in the upper half where a Unix wrote the archive.
    private static boolean isLink(int attributes) {
        return (attributes & 0x8000) != 0 && (attributes >>> 16 & 0xF000) == 0xA000;
    }

    private static boolean isEncrypted(SevenZFile archive, SevenZArchiveEntry entry) throws IOException {
        if (!entry.hasStream()) {
            return false;
        }
        try {
            archive.getInputStream(entry).read(new byte[0]);
            return false;
        } catch (PasswordRequiredException e) {
            return true;
        }
    }
}
