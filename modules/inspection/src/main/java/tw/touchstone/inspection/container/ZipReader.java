package tw.touchstone.inspection.container;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import tw.touchstone.inspection.container.MemberInspector.SideTexts;
import tw.touchstone.inspection.format.Reading;
import tw.touchstone.inspection.geo.GeoProfiles;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.GeoProfile;
import tw.touchstone.model.fact.Member;

/// Reads the members of a ZIP, of a shapefile in a ZIP, and of KMZ.
public final class ZipReader {

    private static final int SIDE_TEXT = 1 << 14;
    private static final List<String> PARTS = List.of(".shx", ".dbf");

    private ZipReader() {}

    /// What a ZIP is whose directory cannot be read.
    public static Reading broken(IOException why) {
        return why instanceof ZipArchive.DirectoryTooLong
                ? Reading.of(FileFormat.ZIP, "begins with PK", new Content.Opaque())
                        .read(new Extent.Partial("directory-entries", ZipArchive.DIRECTORY))
                : Reading.broken(FileFormat.ZIP, "begins with PK", "broken ZIP", why);
    }

    /// Reads all members within the caps.
    public static Reading read(ZipArchive zip, MemberInspector inspector, UnpackBudget budget) throws IOException {
        var format = zip.family();
        var collector = new MemberCollector(inspector, budget, zip.size(), sideTexts(zip));
        for (var entry : zip.entries()) {
            if (entry.isDirectory()) {
                continue;
            }
            if (collector.isFull()) {
                break;
            }
            member(zip, entry, collector);
        }
        if (format == FileFormat.SHP) {
            missingParts(zip, collector);
        }
        return new Reading(format, evidence(format), collector.content(), collector.extent(), geo(format, collector));
    }

    public static String evidence(FileFormat format) {
        return format == FileFormat.ZIP ? "a ZIP directory" : "a ZIP with the members of " + format.display();
    }

    private static void member(ZipArchive zip, ZipArchiveEntry entry, MemberCollector collector) throws IOException {
        var name = MemberNames.of(entry);
        if (!MemberNames.isUnicode(entry)) {
            collector.note(AnomalyCode.UNDECLARED_NAME_ENCODING, name, name);
        }
        if (entry.isUnixSymlink()) {
            collector.note(AnomalyCode.LINK_MEMBER, name, name);
            collector.listed(name, entry.getSize());
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            collector.note(AnomalyCode.ENCRYPTED_MEMBER, name, name);
            collector.listed(name, entry.getSize());
        } else if (!zip.canRead(entry)) {
            collector.note(AnomalyCode.BROKEN_MEMBER, name, "packed by method " + entry.getMethod());
            collector.listed(name, entry.getSize());
        } else {
            collector.file(name, entry.getSize(), () -> zip.open(entry));
        }
    }

    private static SideTexts sideTexts(ZipArchive zip) {
        Map<String, String> texts = new HashMap<>();
        for (var entry : zip.entries()) {
            var name = MemberNames.of(entry);
            if (SideTexts.IS_ONE.test(name) && texts.size() < 1_000 && zip.canRead(entry)) {
                try (var in = zip.open(entry)) {
                    var bytes = in.readNBytes(SIDE_TEXT);
                    texts.put(name.toLowerCase(Locale.ROOT), MemberNames.decoded(bytes));
                } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
                    texts.remove(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return (path, ending) -> {
            int dot = path.lastIndexOf('.');
            var base = dot < 0 ? path : path.substring(0, dot);
            return texts.getOrDefault((base + ending).toLowerCase(Locale.ROOT), "");
        };
    }

    private static void missingParts(ZipArchive zip, MemberCollector collector) {
        for (var member : collector.members()) {
            var path = member.path();
            if (path.toLowerCase(Locale.ROOT).endsWith(".shp")) {
                var base = path.substring(0, path.length() - 4);
                for (var part : PARTS) {
                    if (!zip.has(base + part)) {
                        collector.note(AnomalyCode.MISSING_PART, path, base + part);
                    }
                }
            }
        }
    }

    private static Optional<GeoProfile> geo(FileFormat format, MemberCollector collector) {
        return format == FileFormat.ZIP
                ? Optional.empty()
                : GeoProfiles.together(collector.members().stream()
                        .map(Member::facts)
                        .flatMap(Optional::stream)
                        .flatMap(facts -> facts.geo().stream())
                        .toList());
    }
}
