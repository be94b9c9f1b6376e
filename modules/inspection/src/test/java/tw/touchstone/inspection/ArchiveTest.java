package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.Member;
import tw.touchstone.model.fact.TableProfile;

/// Archives: their members, and every trouble that archives have.
class ArchiveTest {

    private static final String TABLE = "a,b\n1,2\n";

    private static Content.Members members(ByteFacts facts) {
        assertThat(facts.content()).as(facts.toString()).isInstanceOf(Content.Members.class);
        return (Content.Members) facts.content();
    }

    private static List<String> codes(byte[] archive) {
        return Facts.codes(members(Facts.of(archive)).anomalies());
    }

    private static byte[] plain(String... members) {
        return Archives.zip(StandardCharsets.UTF_8, members);
    }

    @Test
    void findsNothingOddInACleanArchive() {
        assertThat(codes(plain("a.csv", TABLE, "d/b.json", "{}"))).isEmpty();
        assertThat(codes(Archives.tar("a.csv", TABLE))).isEmpty();
        assertThat(codes(Archives.sevenZip("a.csv", TABLE, "b.csv", TABLE))).isEmpty();
    }

    @Test
    void inspectsMembersInsideMembers() {
        var inner = Archives.tar("t.csv", TABLE);
        var outer = Archives.zipOf("x.tar.gz", Archives.gzip(inner));
        var gzip = members(Facts.of(outer)).members().getFirst().facts().orElseThrow();
        var tar = members(gzip).members().getFirst().facts().orElseThrow();
        var csv = members(tar).members().getFirst();
        assertThat(csv).isEqualTo(new Member("t.csv", 8, FileFormat.CSV, Optional.of(Facts.of(TABLE))));
    }

    @Test
    void readsSevenZip() {
        var facts = Facts.of(Archives.sevenZip("a.csv", TABLE, "b.json", "{\"a\":1}"));
        assertThat(facts.format()).isEqualTo(FileFormat.SEVEN_ZIP);
        assertThat(members(facts).members())
                .containsExactly(
                        new Member("a.csv", 8, FileFormat.CSV, Optional.of(Facts.of(TABLE))),
                        new Member("b.json", 7, FileFormat.JSON, Optional.of(Facts.of("{\"a\":1}"))));
    }

    @Test
    void readsAWorkbookInAnArchive() {
        var book = Workbooks.xlsx(Workbooks.sheet(Workbooks.row(1, "a", "b") + Workbooks.row(2, "x", "y")));
        var facts = members(Facts.of(Archives.zipOf("書.xlsx", book))).members().getFirst().facts().orElseThrow();
        assertThat(((Content.Tables) facts.content()).tables())
                .extracting(TableProfile::header)
                .containsExactly(List.of("a", "b"));
    }

    @Test
    void findsPathsThatLeadOut() {
        assertThat(codes(plain("../a.csv", TABLE))).containsExactly("unsafe-path×1");
        assertThat(codes(plain("/etc/a.csv", TABLE, "C:\\a.csv", TABLE, "d\\..\\..\\a.csv", TABLE)))
                .containsExactly("unsafe-path×3");
        assertThat(codes(plain("a..b/c...csv", TABLE))).isEmpty();
    }

    @Test
    void findsLinks() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            var link = new ZipArchiveEntry("link");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        assertThat(codes(out.toByteArray())).containsExactly("link-member×1");
        var tape = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(tape)) {
            var link = new TarArchiveEntry("link", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry("pipe", TarArchiveEntry.LF_FIFO));
            tar.closeArchiveEntry();
        }
        assertThat(codes(tape.toByteArray())).containsExactly("link-member×2");
    }

    @Test
    void findsPathsThatStandTwice() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            for (int i = 0; i < 2; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("a.csv"));
                zip.write(TABLE.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        assertThat(codes(out.toByteArray())).containsExactly("duplicate-member×1");
    }

    @Test
    void findsEncryptedMembers() {
        var zip = plain("a.csv", TABLE);
        flag(zip, 1);
        assertThat(members(Facts.of(zip)).members()).containsExactly(new Member("a.csv", 8, FileFormat.UNKNOWN));
        assertThat(codes(zip)).containsExactly("encrypted-member×1");
    }

    /// Sets a bit of the flags in the local header and in the directory.
    private static void flag(byte[] zip, int bit) {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 4 < zip.length; i++) {
            if (bytes.getInt(i) == 0x04034b50) {
                zip[i + 6] |= (byte) bit;
            } else if (bytes.getInt(i) == 0x02014b50) {
                zip[i + 8] |= (byte) bit;
            }
        }
    }

    @Test
    void findsMembersThatDoNotMatchTheirChecksum() {
        var zip = plain("a.csv", TABLE);
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 4 < zip.length; i++) {
            if (bytes.getInt(i) == 0x02014b50) {
                bytes.putInt(i + 16, 0x12345678);
            }
        }
        var found = members(Facts.of(zip));
        assertThat(Facts.codes(found.anomalies())).containsExactly("broken-member×1");
        assertThat(found.anomalies().getFirst().samples().getFirst().seen()).endsWith("not 12345678");
        assertThat(found.members()).containsExactly(new Member("a.csv", 8, FileFormat.CSV));
    }

    @Test
    void saysThatATruncatedArchiveIsBroken() {
        for (var whole : List.of(
                plain("a.csv", TABLE.repeat(100)),
                Archives.gzip(TABLE.repeat(100).getBytes(StandardCharsets.UTF_8)),
                Archives.sevenZip("a.csv", TABLE.repeat(100)))) {
            var half = Facts.of(Arrays.copyOf(whole, whole.length / 2));
            assertThat(half.format()).isEqualTo(Facts.of(whole).format());
            assertThat(half.content()).isInstanceOf(Content.Malformed.class);
        }
        var tar = Archives.tar("a.csv", TABLE.repeat(1_000));
        assertThat(codes(Arrays.copyOf(tar, 1_024))).containsExactly("broken-member×1");
    }

    @Test
    void stopsUnpackingAtTheRatio() {
        var bomb = Facts.of(Archives.zipOf("zeros", new byte[40 << 20]));
        assertThat(bomb.extent()).isEqualTo(new Extent.Partial("ratio", 16 << 20));
        assertThat(Facts.codes(members(bomb).anomalies())).containsExactly("oversized-member×1");
        assertThat(members(bomb).members().getFirst().size()).isEqualTo(40 << 20);
        assertThat(Facts.of(Archives.zipOf("zeros", new byte[15 << 20])).extent()).isEqualTo(new Extent.Whole());
    }

    @Test
    void stopsUnpackingMembersThatShareTheirBytes() throws IOException {
        // Many entries of the directory that point to one and the same packed member.
        var one = Archives.zipOf("zeros", new byte[4 << 20]);
        var bytes = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        int end = one.length - 22;
        int start = bytes.getInt(end + 16);
        var out = new ByteArrayOutputStream();
        out.write(one, 0, start);
        for (int i = 0; i < 100; i++) {
            out.write(one, start, end - start);
        }
        var tail = ByteBuffer.wrap(Arrays.copyOfRange(one, end, one.length)).order(ByteOrder.LITTLE_ENDIAN);
        tail.putShort(8, (short) 100).putShort(10, (short) 100).putInt(12, 100 * (end - start));
        out.write(tail.array());
        var facts = Facts.of(out.toByteArray());
        assertThat(facts.extent()).isEqualTo(new Extent.Partial("ratio", 16 << 20));
    }

    @Test
    void stopsAtArchivesInArchivesInArchives() {
        byte[] archive = TABLE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 8; i++) {
            archive = Archives.zipOf("x", archive);
        }
        var facts = Facts.of(archive);
        int depth = 0;
        while (facts.content() instanceof Content.Members(var inside, _)) {
            facts = inside.getFirst().facts().orElseThrow();
            depth++;
        }
        assertThat(depth).isEqualTo(4);
        assertThat(facts.extent()).isEqualTo(new Extent.Partial("archives-in-archives", 4));
    }

    @Test
    void stopsAtTheMembersThatItReads() {
        var many = new String[22_000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "m" + i;
            many[i + 1] = "";
        }
        var facts = Facts.of(plain(many));
        assertThat(facts.extent()).isEqualTo(new Extent.Partial("members", 10_000));
        assertThat(members(facts).members()).hasSize(10_000);
    }

    @Test
    void keepsTheFactsOfOnlySoManyColumns() {
        var wide = ",x".repeat(2_999) + "\n" + ",1".repeat(2_999) + "\n";
        var facts = Facts.of(plain("1", wide, "2", wide, "3", wide, "4", wide, "5", wide));
        assertThat(facts.extent()).isEqualTo(new Extent.Partial("member-columns", 10_000));
        assertThat(members(facts).members()).extracting(member -> member.facts().isPresent())
                .containsExactly(true, true, true, true, false);
    }
}
