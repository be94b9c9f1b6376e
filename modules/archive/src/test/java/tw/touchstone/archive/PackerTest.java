package tw.touchstone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Sha256;

class PackerTest {

    @Test
    void packsTextSmallerAndNoiseAsItIs() {
        byte[] text = "站名,經度,緯度\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] noise = ArchiveContract.noise(1000);
        try (var packer = new Packer()) {
            assertThat(packer.pack(Sha256.of(text), text).bytes().length).isLessThan(text.length / 10);
            assertThat(packer.pack(Sha256.of(text), text).unpack()).contains(text);
            assertThat(packer.pack(Sha256.of(noise), noise).packing()).isEqualTo(Packed.PLAIN);
            assertThat(packer.pack(Sha256.of(noise), noise).unpack()).contains(noise);
        }
    }

    @Test
    void unpacksNothingFromBytesOfAnotherSizeOrAnUnknownPacking() {
        try (var packer = new Packer()) {
            var zeros = new byte[1000];
            var packed = packer.pack(Sha256.of(zeros), zeros);
            assertThat(new Packed(packed.digest(), 1001, packed.packing(), packed.bytes()).unpack())
                    .isEmpty();
            assertThat(new Packed(packed.digest(), 3, Packed.PLAIN, packed.bytes()).unpack())
                    .isEmpty();
            assertThat(new Packed(packed.digest(), 1000, 7, packed.bytes()).unpack()).isEmpty();
            for (int packing : new int[] {Packed.DEFLATED, Packed.FIRST_DICTIONARY}) {
                assertThat(new Packed(packed.digest(), 1000, packing, new byte[] {-1, -1, -1}).unpack())
                        .isEmpty();
            }
        }
    }

    /// An archive of format 1 is read as it is.
    @Test
    void unpacksWhatWasDeflated() {
        byte[] text = "站名,經度,緯度\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        var deflater = new Deflater(3, true);
        deflater.setInput(text);
        deflater.finish();
        var bytes = new byte[text.length];
        int length = deflater.deflate(bytes);
        deflater.end();

        var packed = new Packed(Sha256.of(text), text.length, Packed.DEFLATED, Arrays.copyOf(bytes, length));

        assertThat(packed.unpack()).contains(text);
    }

    /// The dictionary's bytes are part of the file format: another dictionary is another number.
    @Test
    void theFirstDictionaryNeverChanges() throws IOException {
        try (var file = Dictionary.class.getResourceAsStream("dictionary-1.zdict")) {
            assertThat(Sha256.of(Objects.requireNonNull(file).readAllBytes()).hex()).isEqualTo("b879896a8582a16b16ff3e598827b4060b56263570aeb49a67a35699693551c4");
        }
    }
}
