package tw.touchstone.usage;

import java.io.ByteArrayOutputStream;

/// Reads and writes ints seven bits to a byte, low bits first; small positive ones take one byte.
final class Varints {

    private final byte[] bytes;
    private int at;

    Varints(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int next() {
        int value = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes[at++];
            value |= (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        return value;
    }

    static void write(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
