package tw.touchstone.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import tw.touchstone.inspection.text.Utf8Scan;
import tw.touchstone.model.Sha256;

/// What one reading of all bytes shows, before anything is known about them.
final class FirstPass {

    private static final int HEAD = 1 << 20;
    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 18;

    private final Sha256 digest;
    private final long size;
    private final byte[] head;
    private final Utf8Scan scan;

    private FirstPass(Sha256 digest, long size, byte[] head, Utf8Scan scan) {
        this.digest = digest;
        this.size = size;
        this.head = head;
        this.scan = scan;
    }

    Sha256 digest() {
        return digest;
    }

    long size() {
        return size;
    }

    /// The first bytes, not to be changed.
    byte[] head() {
        return head;
    }

    Utf8Scan scan() {
        return scan;
    }

    static FirstPass over(ByteSource source) throws IOException {
        var digest = Sha256.newDigest();
        var scan = new Utf8Scan();
        var head = new byte[0];
        long size = 0;
        int carried = 0;
        try (var channel = source.open()) {
            // Small files are many: they must not pay for a large buffer.
            var buffer = new byte[Math.clamp(channel.size() + 1, SMALLEST, LARGEST)];
            while (true) {
                int count = channel.read(ByteBuffer.wrap(buffer, carried, buffer.length - carried));
                if (count < 0) {
                    scan.accept(buffer, carried, true);
                    break;
                }
                digest.update(buffer, carried, count);
                size += count;
                if (head.length < HEAD) {
                    int kept = Math.min(count, HEAD - head.length);
                    int before = head.length;
                    head = Arrays.copyOf(head, before + kept);
                    System.arraycopy(buffer, carried, head, before, kept);
                }
                int length = carried + count;
                int consumed = scan.accept(buffer, length, false);
                carried = length - consumed;
                System.arraycopy(buffer, consumed, buffer, 0, carried);
            }
        }
        return new FirstPass(Sha256.of(digest), size, head, scan);
    }
}
