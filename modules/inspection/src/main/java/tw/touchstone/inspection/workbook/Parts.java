package tw.touchstone.inspection.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tw.touchstone.inspection.container.ZipArchive;
import tw.touchstone.model.fact.Extent;

/// The parts of a workbook's ZIP, unpacked as streams within caps: on all of them together and on their ratio.
final class Parts {

    /// Bytes that the parts of one workbook may unpack to.
    private static final long UNPACKED = 4L << 30;

    private static final long RATIO = 200;
    private static final long RATIO_FREE = 64 << 20;

    /// A part that unpacks to more than the caps allow.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Extent extent;

        TooLarge(Extent extent) {
            super("a part unpacks to too much");
            this.extent = extent;
        }

        Extent extent() {
            return extent;
        }
    }

    private final ZipArchive zip;
    private final long allowance;
    private long unpacked;

    Parts(ZipArchive zip) {
        this.zip = zip;
        this.allowance = Math.min(UNPACKED, Math.max(RATIO_FREE, zip.size() * RATIO));
    }

    /// A part; empty where there is none. The caller closes it.
    Optional<InputStream> open(String name) throws IOException {
        return zip.part(name).map(Capped::new);
    }

    private final class Capped extends FilterInputStream {

        Capped(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            try {
                count = in.read(buffer, offset, length);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
                throw new IOException("broken packing", e);
            }
            unpacked += Math.max(0, count);
            if (unpacked > allowance) {
                throw new TooLarge(new Extent.Partial(allowance == UNPACKED ? "unpacked-bytes" : "ratio", allowance));
            }
            return count;
        }
    }
}
