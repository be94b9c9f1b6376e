package tw.touchstone.exchange.catalogue;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Ends reading where one record has more text than it may have, before a parser has it in memory.
final class RecordReader extends FilterReader {

    /// Says that a record is too long.
    static final class TooLong extends IOException {
        private final int limit;

        TooLong(int limit) {
            this.limit = limit;
        }

        String reason() {
            return "a record is longer than %,d characters".formatted(limit);
        }
    }

    private final int limit;
    private long sinceRecord;

    RecordReader(Reader in, int limit) {
        super(in);
        this.limit = limit;
    }

    /// The next character belongs to a new record, give or take what the parser has read ahead.
    void newRecord() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws TooLong {
        sinceRecord += read;
        if (sinceRecord > limit) {
            throw new TooLong(limit);
        }
    }
}
