package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tw.touchstone.inspection.fault.Fault.Planted;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Contradiction;
import tw.touchstone.model.fact.TextEncoding;

/// Trouble with characters and their encoding.
final class TextFaults {

    private TextFaults() {}

    static List<Fault> all() {
        return List.of(
                encoded("Big5 without a word about it", CleanTable.BIG5, TextEncoding.BIG5),
                encoded("GB18030", Charset.forName("GB18030"), TextEncoding.GB18030),
                encoded("EUC-TW", Charset.forName("x-EUC-TW"), TextEncoding.EUC_TW),
                encoded("UTF-16LE without a mark", UTF_16LE, TextEncoding.UTF_16LE),
                encoded("UTF-16BE without a mark", UTF_16BE, TextEncoding.UTF_16BE),
                marked("UTF-8 with a mark", UTF_8, TextEncoding.UTF_8),
                marked("UTF-16LE with a mark", UTF_16LE, TextEncoding.UTF_16LE),
                marked("UTF-16BE with a mark", UTF_16BE, TextEncoding.UTF_16BE),
                fault("Latin-1", TextFaults::latin1),
                fault("Hong Kong's characters in Big5", TextFaults::hongKong),
                fault("a user-defined character in Big5", TextFaults::userDefined),
                fault("Big5 where UTF-8 is claimed: the first byte that says so", TextFaults::contradictsUtf8),
                fault("UTF-8 where Big5 is claimed: the first byte that says so", TextFaults::contradictsBig5),
                fault("one broken byte in UTF-8", TextFaults::brokenByte),
                fault("UTF-8 cut inside its last character", TextFaults::cutCharacter),
                fault("one row of Big5 in UTF-8", TextFaults::mixed),
                fault("one row of UTF-8 in Big5", TextFaults::mixedOtherWay),
                fault("a NUL", random -> inserted(random, "\0", AnomalyCode.NUL)),
                fault("a control character", random -> inserted(random, "\u0007", AnomalyCode.CONTROL_CHARACTER)),
                fault("U+FFFD", random -> inserted(random, "\uFFFD\uFFFD", AnomalyCode.REPLACEMENT_CHARACTER)),
                fault("a byte order mark in the middle", random -> inserted(random, "\uFEFF", AnomalyCode.STRAY_BYTE_ORDER_MARK)),
                fault("a character of private use", random -> inserted(random, "\uE12F", AnomalyCode.PRIVATE_USE_CHARACTER)),
                fault("UTF-8 read as Latin-1 once before", TextFaults::mojibake));
    }

    private static Fault fault(String name, java.util.function.Function<Random, Planted> plant) {
        return new Fault("text", name, plant);
    }

    private static Fault encoded(String name, Charset charset, TextEncoding expected) {
        return fault(name, random -> {
            var table = CleanTable.of(random);
            return new Planted(table.bytes(charset), seen -> {
                assertThat(seen.encoding()).isEqualTo(expected);
                assertThat(seen.table().header()).isEqualTo(table.header());
                assertThat(seen.table().rows()).isEqualTo(table.rows().size());
                assertThat(seen.anomalies()).isEmpty();
            });
        });
    }

    private static Fault marked(String name, Charset charset, TextEncoding expected) {
        return fault(name, random -> {
            var table = CleanTable.of(random);
            return new Planted(("\uFEFF" + table.csv()).getBytes(charset), seen -> {
                assertThat(seen.encoding()).isEqualTo(expected);
                assertThat(seen.facts().text().orElseThrow().byteOrderMark()).isTrue();
                assertThat(seen.table().header()).isEqualTo(table.header());
                assertThat(seen.anomalies()).isEmpty();
            });
        });
    }

    private static Planted latin1(Random random) {
        var rows = new StringBuilder("Station,Région,Température\n");
        for (int i = 0; i < 40; i++) {
            rows.append("Côte d'Azur %d,Provence-Alpes,%d\n".formatted(i, random.nextInt(30)));
        }
        return new Planted(
                rows.toString().getBytes(ISO_8859_1), seen -> assertThat(seen.encoding()).isEqualTo(TextEncoding.LATIN_1));
    }

    private static Planted hongKong(Random random) {
        var table = CleanTable.of(random);
        // Characters of the Hong Kong supplement that code page 950 lacks, in bytes Big5 leaves to users.
        var text = table.with(3, 6, "啲嘅喺咗唔").with(9, 6, "嚟嘢咁哋").csv();
        return new Planted(text.getBytes(Charset.forName("Big5-HKSCS")), seen -> assertThat(seen.encoding())
                .isEqualTo(TextEncoding.BIG5_HKSCS));
    }

    private static Planted userDefined(Random random) {
        int row = random.nextInt(25);
        var table = CleanTable.of(random).with(row, 6, "前@@後");
        var bytes = CleanTable.BIG5.encode(table.csv()).array();
        int at = indexOf(bytes, new byte[] {'@', '@'});
        bytes[at] = (byte) 0xFA;
        bytes[at + 1] = (byte) 0x40;
        return new Planted(trimmed(bytes, table.csv().getBytes(CleanTable.BIG5).length), seen -> {
            assertThat(seen.encoding()).isEqualTo(TextEncoding.CP950);
            seen.atOffset(AnomalyCode.PRIVATE_USE_CHARACTER, at);
            seen.at(AnomalyCode.PRIVATE_USE_CHARACTER, CleanTable.line(row));
        });
    }

    private static Planted contradictsUtf8(Random random) {
        var table = CleanTable.of(random);
        var bytes = table.bytes(CleanTable.BIG5);
        // The header begins with Chinese: its first byte cannot begin a character in UTF-8, or its second not follow.
        return new Planted(bytes, seen -> assertThat(contradiction(seen, TextEncoding.UTF_8).place().offset())
                .isBetween(0L, 2L));
    }

    private static Planted contradictsBig5(Random random) {
        var table = CleanTable.of(random).with(5, 6, "한국어");
        return new Planted(table.bytes(UTF_8), seen -> {
            var place = contradiction(seen, TextEncoding.BIG5).place();
            assertThat(place.offset()).isNotNegative();
            assertThat(place.seen()).matches("[0-9a-f]{2}( [0-9a-f]{2})*");
        });
    }

    private static Contradiction contradiction(Seen seen, TextEncoding encoding) {
        return seen.facts().text().orElseThrow().contradictions().stream()
                .filter(each -> each.encoding() == encoding)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing contradicts " + encoding));
    }

    private static Planted brokenByte(Random random) {
        int row = random.nextInt(25);
        var table = CleanTable.of(random).with(row, 6, "壞@字");
        var bytes = table.bytes(UTF_8);
        int at = indexOf(bytes, new byte[] {'@'});
        bytes[at] = (byte) 0xC3;
        return new Planted(bytes, seen -> {
            seen.atOffset(AnomalyCode.MALFORMED_BYTES, at);
            seen.at(AnomalyCode.MALFORMED_BYTES, CleanTable.line(row));
        });
    }

    private static Planted cutCharacter(Random random) {
        var bytes = CleanTable.of(random).csv().strip().getBytes(UTF_8);
        var cut = Arrays.copyOf(bytes, bytes.length - 1);
        return new Planted(cut, seen -> assertThat(seen.anomaly(AnomalyCode.MALFORMED_BYTES).samples())
                .anyMatch(place -> place.offset() >= cut.length - 2));
    }

    private static Planted mixed(Random random) {
        return mixed(random, UTF_8, CleanTable.BIG5);
    }

    private static Planted mixedOtherWay(Random random) {
        return mixed(random, CleanTable.BIG5, UTF_8);
    }

    private static Planted mixed(Random random, Charset most, Charset one) {
        var table = CleanTable.of(random);
        int row = 5 + random.nextInt(20);
        var out = new ByteArrayOutputStream();
        var lines = table.lines(",");
        for (int i = 0; i < lines.size(); i++) {
            out.writeBytes((lines.get(i) + "\n").getBytes(i == row + 1 ? one : most));
        }
        return new Planted(out.toByteArray(), seen -> seen.at(AnomalyCode.MIXED_ENCODINGS, CleanTable.line(row)));
    }

    private static Planted inserted(Random random, String strange, AnomalyCode code) {
        int row = random.nextInt(25);
        var table = CleanTable.of(random).with(row, 6, "前" + strange + "後");
        var bytes = table.bytes(UTF_8);
        int at = indexOf(bytes, strange.getBytes(UTF_8));
        return new Planted(bytes, seen -> {
            seen.atOffset(code, at);
            seen.at(code, CleanTable.line(row));
            assertThat(seen.table().rows()).isEqualTo(table.rows().size());
        });
    }

    private static Planted mojibake(Random random) {
        int row = random.nextInt(25);
        var spoiled = new String("臺北市政府環境保護局".getBytes(UTF_8), ISO_8859_1);
        var table = CleanTable.of(random).with(row, 6, spoiled);
        return new Planted(table.bytes(UTF_8), seen -> seen.at(AnomalyCode.MOJIBAKE, CleanTable.line(row)));
    }

    private static byte[] trimmed(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
