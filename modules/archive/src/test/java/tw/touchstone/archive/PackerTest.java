package tw.touchstone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PackerTest {

    @Test
    void packsTextSmallerAndNoiseAsItIs() {
        byte[] text = "站名,經度,緯度\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] noise = ArchiveContract.noise(1000);
        try (var packer = new Packer()) {
            assertThat(packer.pack(text).bytes().length).isLessThan(text.length / 10);
            assertThat(packer.pack(text).unpack()).contains(text);
            assertThat(packer.pack(noise).packing()).isEqualTo(Packed.PLAIN);
            assertThat(packer.pack(noise).unpack()).contains(noise);
        }
    }

    @Test
    void unpacksNothingFromBytesOfAnotherSizeOrAnUnknownPacking() {
        try (var packer = new Packer()) {
            var packed = packer.pack(new byte[1000]);
            assertThat(new Packed(packed.digest(), 1001, packed.packing(), packed.bytes()).unpack())
                    .isEmpty();
            assertThat(new Packed(packed.digest(), 3, Packed.PLAIN, packed.bytes()).unpack())
                    .isEmpty();
            assertThat(new Packed(packed.digest(), 1000, 7, packed.bytes()).unpack()).isEmpty();
            assertThat(new Packed(packed.digest(), 1000, Packed.DEFLATED, new byte[] {-1, -1, -1}).unpack())
                    .isEmpty();
        }
    }
}
