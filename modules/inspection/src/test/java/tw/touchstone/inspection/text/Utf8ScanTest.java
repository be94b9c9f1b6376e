package tw.touchstone.inspection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.fact.AnomalyCode;

/// The scan says of any bytes whether they are UTF-8 as the JDK's strict decoder does, in whatever pieces they come.
class Utf8ScanTest {

    private static final long SEED = Long.getLong("touchstone.seed", 20261125L);

    /// Both sides of every border between lengths and kinds of sequences.
    private static final int[] BORDERS = {
        0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0x2E80, 0x81FA, 0xCFFF, 0xD000, 0xD7FF, 0xE000, 0xF8FF, 0xFEFF, 0xFFFD, 0xFFFF,
        0x10000, 0xF0000, 0x10FFFF
    };

    private static byte[] text(Random random) {
        var out = new ByteArrayOutputStream();
        for (int i = random.nextInt(40); i > 0; i--) {
            int one = random.nextBoolean() ? BORDERS[random.nextInt(BORDERS.length)] : 0x4E00 + random.nextInt(0x5000);
            out.writeBytes(Character.toString(one).getBytes(StandardCharsets.UTF_8));
        }
        var bytes = out.toByteArray();
        for (int damage = random.nextInt(3); damage > 0 && bytes.length > 0 && random.nextBoolean(); damage--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static Utf8Scan scanned(byte[] bytes, int piece) {
        var scan = new Utf8Scan();
        var buffer = new byte[bytes.length + 4];
        int carried = 0;
        for (int at = 0; at < bytes.length; at += piece) {
            int count = Math.min(piece, bytes.length - at);
            System.arraycopy(bytes, at, buffer, carried, count);
            int length = carried + count;
            int consumed = scan.accept(buffer, length, false);
            carried = length - consumed;
            System.arraycopy(buffer, consumed, buffer, 0, carried);
        }
        scan.accept(buffer, carried, true);
        return scan;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void agreesWithAStrictDecoderOnAnyBytesInAnyPieces() {
        var random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            var bytes = text(random);
            var whole = scanned(bytes, Math.max(1, bytes.length));
            var pieces = scanned(bytes, 1 + random.nextInt(5));
            var of = "seed %d, round %d: %s".formatted(SEED, round, Arrays.toString(bytes));

            assertThat(whole.errors() == 0).as(of).isEqualTo(decodes(bytes));
            assertThat(pieces.errors()).as(of).isEqualTo(whole.errors());
            assertThat(pieces.sequences()).as(of).isEqualTo(whole.sequences());
            assertThat(whole.size()).as(of).isEqualTo(bytes.length);
            for (var code : AnomalyCode.values()) {
                assertThat(pieces.findings().samples(code)).as(of).isEqualTo(whole.findings().samples(code));
            }
            if (decodes(bytes)) {
                long beyondAscii = new String(bytes, StandardCharsets.UTF_8).codePoints().filter(c -> c > 0x7F).count();
                assertThat(whole.sequences()).as(of).isEqualTo(beyondAscii);
            }
        }
    }
}
