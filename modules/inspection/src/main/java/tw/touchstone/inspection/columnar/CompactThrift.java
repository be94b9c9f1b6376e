package tw.touchstone.inspection.columnar;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Reads structures of Thrift's compact protocol field by field, and knows of every length in them whether so much is there.
///
/// What breaks the rules or breaks off is a [Broken].
final class CompactThrift {

    static final int STOP = 0;
    static final int STRUCT = 12;

    private static final int DEPTH = 16;

    /// Bytes that are no such structure.
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken() {
            super("broken Thrift", null, false, false);
        }
    }

    private final ByteBuffer bytes;
    private int field;
    private int type;

    CompactThrift(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// Goes to the next field of the structure; its type, or [#STOP] at the end.
    int next() {
        int head = octet();
        type = head & 0x0F;
        if (type != STOP) {
            field = head >> 4 == 0 ? (int) number() : field + (head >> 4);
        }
        return type;
    }

    /// The number of the current field.
    int field() {
        return field;
    }

    /// Enters a structure, whose fields are numbered anew.
    ///
    /// @return what [#leave(int)] wants when its end was reached
    int enter() {
        int outer = field;
        field = 0;
        return outer;
    }

    void leave(int outer) {
        field = outer;
    }

    /// The value of the current field, a whole number.
    long number() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /// The number of structures in the current field, a list; each is entered, read to its end and left.
    int structures() {
        int head = octet();
        long count = head >> 4 == 15 ? varint() : head >> 4;
        if ((head & 0x0F) != STRUCT || count < 0 || count > bytes.remaining()) {
            throw new Broken();
        }
        return (int) count;
    }

    /// Passes over a whole structure, so that every length in it is known to be there.
    void pass() {
        int outer = enter();
        while (next() != STOP) {
            skip();
        }
        leave(outer);
    }

    /// Passes over the value of the current field.
    void skip() {
        skip(type, 0);
    }

    private void skip(int kind, int depth) {
        if (depth > DEPTH) {
            throw new Broken();
        }
        switch (kind) {
            case 1, 2 -> {}
            case 3 -> octet();
            case 4, 5, 6 -> varint();
            case 7 -> pass(8);
            case 8 -> pass(varint());
            // No structure of Parquet has maps.
            case 9, 10 -> {
                int head = octet();
                long count = head >> 4 == 15 ? varint() : head >> 4;
                if (count < 0 || count > bytes.remaining()) {
                    throw new Broken();
                }
                for (long i = 0; i < count; i++) {
                    element(head & 0x0F, depth);
                }
            }
            case STRUCT -> {
                int outer = enter();
                while (next() != STOP) {
                    skip(type, depth + 1);
                }
                leave(outer);
            }
            default -> throw new Broken();
        }
    }

    /// Truths in lists take a byte, those in fields none.
    private void element(int kind, int depth) {
        if (kind == 1 || kind == 2) {
            octet();
        } else {
            skip(kind, depth + 1);
        }
    }

    private void pass(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new Broken();
        }
        bytes.position(bytes.position() + (int) length);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new Broken();
    }

    private int octet() {
        try {
            return bytes.get() & 0xFF;
        } catch (BufferUnderflowException e) {
            throw new Broken();
        }
    }
}
