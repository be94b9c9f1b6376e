package tw.touchstone.catalog.mending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.TextEncoding;

class RewritingTest {

    private static final DistributionId ID = new DistributionId(new DatasetId("a"), 1);
    private static final Sha256 ANY = Sha256.of(new byte[0]);
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final Dialect COMMAS = new Dialect(',', '"', "LF");

    @Test
    void writesLongTextsInUtf8WhateverStandsAtTheEdgeOfABuffer() throws Exception {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.length() < 200_000) {
            text.append(random.nextInt(3) == 0 ? "測" : random.nextInt(5) == 0 ? "\n" : "a");
        }
        var fix = new FileFix.Utf8(ID, ANY, TextEncoding.BIG5);

        assertThat(written(fix, text.toString().getBytes(BIG5))).as("seed %d", seed).isEqualTo(text.toString().getBytes(UTF_8));
    }

    @Test
    void keepsCharactersOfTwoUnitsWhole() throws Exception {
        var text = "𠮷野家".repeat(40_000);

        assertThat(written(new FileFix.Utf8(ID, ANY, TextEncoding.UTF_16LE), ("\uFEFF" + text).getBytes(Charset.forName("UTF-16LE"))))
                .isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void namesTheEncodingInAnXmlDeclaration() throws Exception {
        var big5 = "<?xml version=\"1.0\" encoding='Big5' standalone='yes'?>\n<a>測站</a>";

        assertThat(text(new FileFix.Utf8(ID, ANY, TextEncoding.BIG5), big5.getBytes(BIG5)))
                .isEqualTo("<?xml version=\"1.0\" encoding='UTF-8' standalone='yes'?>\n<a>測站</a>");
    }

    @Test
    void stopsAtTheFirstByteThatDoesNotDecode() {
        var broken = "測站,值\n".getBytes(BIG5);
        broken[2] = (byte) 0xFF;

        assertThatThrownBy(() -> written(new FileFix.Utf8(ID, ANY, TextEncoding.BIG5), broken))
                .isInstanceOf(Unwritable.class)
                .hasMessage("the file does not decode as Big5 at byte 2");
    }

    @Test
    void takesTheMarkAwayAndPutsItThere() throws Exception {
        var plain = "測站\n".getBytes(UTF_8);
        var marked = "\uFEFF測站\n".getBytes(UTF_8);

        assertThat(written(new FileFix.DropMark(ID, ANY), marked)).isEqualTo(plain);
        assertThat(written(new FileFix.AddMark(ID, ANY), plain)).isEqualTo(marked);
        assertThatThrownBy(() -> written(new FileFix.DropMark(ID, ANY), plain)).isInstanceOf(Unwritable.class);
        assertThatThrownBy(() -> written(new FileFix.AddMark(ID, ANY), marked)).isInstanceOf(Unwritable.class);
        assertThat(written(new FileFix.AddMark(ID, ANY), "a".getBytes(UTF_8))).isEqualTo("\uFEFFa".getBytes(UTF_8));
    }

    @Test
    void copiesATableWithIsoDatesAndTellsTheLinesThatChange() throws Exception {
        var table = new TableText(TextEncoding.BIG5, COMMAS, 2);
        var changes = new LineChanges();
        var out = new ByteArrayOutputStream();
        var file = "統計表\n日期,備註,數量\n110/5/1,\"甲,\n乙\",110/5/1\n-,\"他說\"\"好\"\"\",2\n1100502,丙,3";

        new FileFix.IsoDates(ID, ANY, table, List.of(0)).write(in(file.getBytes(BIG5)), out, changes);

        assertThat(out.toString(UTF_8))
                .isEqualTo("統計表\r\n日期,備註,數量\r\n2021-05-01,\"甲,\n乙\",110/5/1\r\n-,\"他說\"\"好\"\"\",2\r\n2021-05-02,丙,3\r\n");
        assertThat(changes.first())
                .containsExactly(
                        new LineChange(3, "110/5/1,甲,\n乙,110/5/1", Optional.of("2021-05-01,甲,\n乙,110/5/1")),
                        new LineChange(6, "1100502,丙,3", Optional.of("2021-05-02,丙,3")));
    }

    @Test
    void copiesHeaderAndRowsAlone() throws Exception {
        var table = new TableText(TextEncoding.UTF_8, new Dialect(';', '\0', "LF"), 3);
        var changes = new LineChanges();
        var out = new ByteArrayOutputStream();
        var file = "\uFEFF統計表;;\n;;\n縣市;人口;戶數\n；;人;戶\n甲;1;2\n\n小計;1;2\n縣市;人口;戶數\n乙;3;4\n總 計：;4;6\n資料來源：某處\n丙;5;6\n";

        new FileFix.PlainTable(ID, ANY, table, List.of("縣市", "人口", "戶數"), Set.of(4L), 11)
                .write(in(file.getBytes(UTF_8)), out, changes);

        assertThat(out.toString(UTF_8)).isEqualTo("縣市,人口,戶數\r\n甲,1,2\r\n乙,3,4\r\n");
        assertThat(changes.first().stream().map(LineChange::line)).containsExactly(1L, 2L, 4L, 6L, 7L, 8L, 10L, 11L, 12L);
    }

    @Test
    void refusesARowThatIsTooLongAndTextBehindAQuote() {
        var table = new TableText(TextEncoding.UTF_8, COMMAS, 1);
        var fix = new FileFix.IsoDates(ID, ANY, table, List.of(0));

        assertThatThrownBy(() -> written(fix, ("a,b\n\"" + "x".repeat(TableRows.LONGEST + 1)).getBytes(UTF_8)))
                .isInstanceOf(Unwritable.class)
                .hasMessageContaining("longer than 1048576 characters");
        assertThatThrownBy(() -> written(fix, "a,b\n\"x\"y,1\n".getBytes(UTF_8)))
                .isInstanceOf(Unwritable.class)
                .hasMessage("text stands behind a quote on line 2");
        assertThatThrownBy(() -> written(fix, HexFormat.of().parseHex("612c620aff2c31")))
                .isInstanceOf(Unwritable.class)
                .hasMessageStartingWith("the file does not decode near line");
    }

    @Test
    void writesMoreThanTheBufferHoldsWithoutKeepingIt() throws Exception {
        long used = 0;
        try (var endless = new Repeated("測站甲,1100501,12\n".getBytes(BIG5), 32L << 20)) {
            var counted = new Counted();
            new FileFix.Utf8(ID, ANY, TextEncoding.BIG5).write(endless, counted, new LineChanges());
            used = counted.bytes;
        }
        assertThat(used).isGreaterThan(32L << 20);
    }

    private static byte[] written(FileFix fix, byte[] file) throws IOException, Unwritable {
        var out = new ByteArrayOutputStream();
        fix.write(in(file), out, new LineChanges());
        return out.toByteArray();
    }

    private static String text(FileFix fix, byte[] file) throws IOException, Unwritable {
        return new String(written(fix, file), UTF_8);
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /// The same bytes again and again, up to a length.
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private long left;
        private int at;

        Repeated(byte[] bytes, long length) {
            this.bytes = bytes;
            this.left = length / bytes.length * bytes.length;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left == 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            for (int i = 0; i < read; i++) {
                into[from + i] = bytes[at];
                at = (at + 1) % bytes.length;
            }
            left -= read;
            return read;
        }
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            bytes += length;
        }
    }
}
