package tw.touchstone.inspection.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Counts line ends while a text is read; those inside quoted fields are taken off again by the reader of rows.
final class LineEnds extends FilterReader {

    private long crlf;
    private long lf;
    private long cr;
    private boolean pendingCr;

    LineEnds(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            if (c <= '\r') {
                see(c);
            } else if (pendingCr) {
                pendingCr = false;
                cr++;
            }
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    private void see(char c) {
        boolean after = pendingCr;
        pendingCr = false;
        if (c == '\n') {
            if (after) {
                crlf++;
            } else {
                lf++;
            }
        } else {
            if (after) {
                cr++;
            }
            pendingCr = c == '\r';
        }
    }

    void removeQuoted(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                lf--;
            } else if (text[i] == '\r') {
                if (i + 1 < to && text[i + 1] == '\n') {
                    crlf--;
                    i++;
                } else {
                    cr--;
                }
            }
        }
    }

    /// `CRLF`, `LF`, `CR` or `mixed`; `LF` where there is no line end.
    String name() {
        long carriage = cr + (pendingCr ? 1 : 0);
        int kinds = (crlf > 0 ? 1 : 0) + (lf > 0 ? 1 : 0) + (carriage > 0 ? 1 : 0);
        if (kinds > 1) {
            return "mixed";
        }
        return crlf > 0 ? "CRLF" : carriage > 0 ? "CR" : "LF";
    }

    long lines() {
        return crlf + lf + cr;
    }
}
