package tw.touchstone.inspection.tree;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Stops XML in which no tag begins for very long: the parser keeps attributes and comments whole in memory.
final class RunCap extends FilterReader {

    static final int CHARS = 8 << 20;

    static final class RunTooLong extends IOException {
        RunTooLong() {
            super("no markup for too long");
        }
    }

    private long run;

    RunCap(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        for (int i = offset + count - 1; i >= offset; i--) {
            if (buffer[i] == '<') {
                run = (long) offset + count - i;
                return count;
            }
        }
        run += Math.max(0, count);
        if (run > CHARS) {
            throw new RunTooLong();
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
