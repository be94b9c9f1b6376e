package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;

/// Trouble with archives.
final class ArchiveFaults {

    private ArchiveFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("a ZIP of tables", ArchiveFaults::zipOfTables),
                fault("a gzip of a table", ArchiveFaults::gzip),
                fault("a tar of tables", ArchiveFaults::tar),
                fault("a ZIP inside a ZIP", ArchiveFaults::nested),
                fault("ZIPs inside ZIPs without end", ArchiveFaults::deeplyNested),
                fault("a member that climbs out", random -> named("../../etc/passwd", AnomalyCode.UNSAFE_PATH)),
                fault("a member at the root", random -> named("/etc/passwd", AnomalyCode.UNSAFE_PATH)),
                fault("a member that climbs out with backslashes", random -> named("..\\..\\x.csv", AnomalyCode.UNSAFE_PATH)),
                fault("a link in a ZIP", ArchiveFaults::zipLink),
                fault("a link in a tar", ArchiveFaults::tarLink),
                fault("one path twice", ArchiveFaults::duplicate),
                fault("an encrypted member", ArchiveFaults::encrypted),
                fault("a member with a wrong checksum", ArchiveFaults::wrongChecksum),
                fault("a member that unpacks to a thousand times its size", ArchiveFaults::bomb),
                fault("a gzip that unpacks to a thousand times its size", ArchiveFaults::gzipBomb),
                fault("a ZIP cut in the middle", ArchiveFaults::cut),
                fault("a gzip cut in the middle", ArchiveFaults::cutGzip),
                fault("names in Big5", ArchiveFaults::big5Names));
    }

    private static Fault fault(String name, Function<Random, Planted> plant) {
        return new Fault("archive", name, plant);
    }

    /// Writes without checked exceptions, into memory.
    @FunctionalInterface
    private interface Writing<T> {
        void write(T out) throws IOException;
    }

    private static byte[] zip(Writing<ZipOutputStream> writing) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            writing.write(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] gzipped(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Member> members(Seen seen) {
        assertThat(seen.facts().content()).as(seen.summary()).isInstanceOf(Content.Members.class);
        return ((Content.Members) seen.facts().content()).members();
    }

    private static long rows(Member member) {
        return ((Content.Tables) member.facts().orElseThrow().content()).tables().getFirst().rows();
    }

    private static Planted zipOfTables(Random random) {
        var first = CleanTable.of(random);
        var second = CleanTable.of(random);
        var bytes = zip(out -> {
            add(out, "資料/一.csv", first.bytes(UTF_8));
            add(out, "資料/二.csv", second.bytes(CleanTable.BIG5));
        });
        return new Planted(bytes, seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.ZIP);
            assertThat(members(seen)).extracting(Member::path).containsExactly("資料/一.csv", "資料/二.csv");
            assertThat(rows(members(seen).getFirst())).isEqualTo(first.rows().size());
            assertThat(rows(members(seen).getLast())).isEqualTo(second.rows().size());
            assertThat(seen.anomalies()).isEmpty();
        });
    }

    private static Planted gzip(Random random) {
        var table = CleanTable.of(random);
        return new Planted(gzipped(table.bytes(UTF_8)), seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.GZIP);
            assertThat(rows(members(seen).getFirst())).isEqualTo(table.rows().size());
        });
    }

    private static byte[] tar(Writing<TarArchiveOutputStream> writing) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            writing.write(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String path, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(path);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static Planted tar(Random random) {
        var table = CleanTable.of(random);
        return new Planted(tar(out -> add(out, "a/資料.csv", table.bytes(UTF_8))), seen -> {
            assertThat(seen.format()).isEqualTo(FileFormat.TAR);
            assertThat(members(seen)).extracting(Member::path).containsExactly("a/資料.csv");
            assertThat(rows(members(seen).getFirst())).isEqualTo(table.rows().size());
        });
    }

    private static Planted nested(Random random) {
        var table = CleanTable.of(random);
        var inner = zip(out -> add(out, "內.csv", table.bytes(UTF_8)));
        return new Planted(zip(out -> add(out, "外.zip", inner)), seen -> {
            var outer = members(seen).getFirst();
            assertThat(outer.format()).isEqualTo(FileFormat.ZIP);
            var content = (Content.Members) outer.facts().orElseThrow().content();
            assertThat(rows(content.members().getFirst())).isEqualTo(table.rows().size());
        });
    }

    private static Planted deeplyNested(Random random) {
        var bytes = CleanTable.of(random).bytes(UTF_8);
        for (int i = 0; i < 60; i++) {
            var inner = bytes;
            bytes = zip(out -> add(out, "x.zip", inner));
        }
        return new Planted(bytes, seen -> {
            int depth = 0;
            var content = seen.facts().content();
            while (content instanceof Content.Members(var members, _) && members.getFirst().facts().isPresent()) {
                content = members.getFirst().facts().get().content();
                depth++;
            }
            assertThat(depth).isLessThan(20);
        });
    }

    private static Planted named(String path, AnomalyCode code) {
        return new Planted(zip(out -> add(out, path, "a,b\n1,2\n".getBytes(UTF_8))), seen -> {
            assertThat(seen.anomaly(code).count()).isEqualTo(1);
            assertThat(seen.anomaly(code).samples()).anyMatch(place -> (place.part() + place.seen()).contains(path));
        });
    }

    private static Planted zipLink(Random random) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var entry = new ZipArchiveEntry("link%d.csv".formatted(random.nextInt(9)));
            entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
            zip.putArchiveEntry(entry);
            zip.write("/etc/passwd".getBytes(UTF_8));
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Planted(bytes.toByteArray(), seen -> seen.anomaly(AnomalyCode.LINK_MEMBER));
    }

    private static Planted tarLink(Random random) {
        var bytes = tar(out -> {
            var entry = new TarArchiveEntry("link%d".formatted(random.nextInt(9)), TarConstants.LF_SYMLINK);
            entry.setLinkName("/etc/passwd");
            out.putArchiveEntry(entry);
            out.closeArchiveEntry();
            add(out, "a.csv", "a,b\n1,2\n".getBytes(UTF_8));
        });
        return new Planted(bytes, seen -> seen.anomaly(AnomalyCode.LINK_MEMBER));
    }

    private static Planted duplicate(Random random) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            for (int i = 0; i < 2; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("same.csv"));
                zip.write(CleanTable.of(random).bytes(UTF_8));
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Planted(bytes.toByteArray(), seen -> seen.anomaly(AnomalyCode.DUPLICATE_MEMBER));
    }

    /// Sets the bit that says so, in the local header and in the directory.
    private static Planted encrypted(Random random) {
        var bytes = zip(out -> add(out, "secret.csv", CleanTable.of(random).bytes(UTF_8)));
        bytes[6] |= 1;
        int directory = TextFaults.indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 8] |= 1;
        return new Planted(bytes, seen -> seen.anomaly(AnomalyCode.ENCRYPTED_MEMBER));
    }

    private static Planted wrongChecksum(Random random) {
        var bytes = zip(out -> add(out, "a.csv", CleanTable.of(random).bytes(UTF_8)));
        int directory = TextFaults.indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 16] ^= 0x55;
        return new Planted(bytes, seen -> seen.anomaly(AnomalyCode.BROKEN_MEMBER));
    }

    private static byte[] zeros() {
        return new byte[300 << 20];
    }

    private static Planted bomb(Random random) {
        var bytes = zip(out -> add(out, "zeros%d.bin".formatted(random.nextInt(9)), zeros()));
        return new Planted(bytes, seen -> {
            boolean said = seen.facts().extent() instanceof Extent.Partial
                    || seen.anomalies().stream().anyMatch(each -> each.code() == AnomalyCode.OVERSIZED_MEMBER);
            assertThat(said).as(seen.summary()).isTrue();
        });
    }

    private static Planted gzipBomb(Random random) {
        return new Planted(gzipped(zeros()), seen -> {
            boolean said = seen.facts().extent() instanceof Extent.Partial
                    || seen.anomalies().stream().anyMatch(each -> each.code() == AnomalyCode.OVERSIZED_MEMBER);
            assertThat(said).as(seen.summary() + random).isTrue();
        });
    }

    private static void brokenOff(Seen seen) {
        boolean said = seen.facts().content() instanceof Content.Malformed
                || seen.anomalies().stream().anyMatch(each -> each.code() == AnomalyCode.BROKEN_MEMBER);
        assertThat(said).as(seen.summary()).isTrue();
    }

    private static Planted cut(Random random) {
        var bytes = zip(out -> add(out, "a.csv", CleanTable.of(random).bytes(UTF_8)));
        return new Planted(Arrays.copyOf(bytes, bytes.length / 2), ArchiveFaults::brokenOff);
    }

    private static Planted cutGzip(Random random) {
        var bytes = gzipped(CleanTable.of(random).bytes(UTF_8));
        return new Planted(Arrays.copyOf(bytes, bytes.length / 2), ArchiveFaults::brokenOff);
    }

    private static Planted big5Names(Random random) {
        var table = CleanTable.of(random);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, CleanTable.BIG5)) {
            add(zip, "統計資料.csv", table.bytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Planted(bytes.toByteArray(), seen -> {
            assertThat(members(seen)).extracting(Member::path).containsExactly("統計資料.csv");
            seen.anomaly(AnomalyCode.UNDECLARED_NAME_ENCODING);
        });
    }
}
