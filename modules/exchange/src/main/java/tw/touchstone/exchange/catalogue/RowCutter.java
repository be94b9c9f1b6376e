package tw.touchstone.exchange.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// Cuts CSV text (RFC 4180) into rows without ever holding more than one row of limited length.
///
/// A CSV parser alone would take a stray quote for the start of a field that lasts to the end of the file. Here a row
/// that grows too long, or a quote that is never closed, costs its first line only: cutting goes on at the next one.
final class RowCutter {

    /// A row's text without its line end, or why it could not be cut.
    record Cut(long line, String text, Optional<String> fault) {}

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private static final int NONE = -2;

    private final Reader in;
    private final Limits limits;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;
    /// Text that is read once more after an unclosed quote.
    private String again = "";

    private int againPosition;
    private long rescanned;
    private int pushedBack = NONE;
    private long line = 1;

    RowCutter(Reader in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /// The next row that is not empty.
    Optional<Cut> next() throws IOException {
        var row = new StringBuilder();
        var state = State.FIELD_START;
        long start = line;
        while (true) {
            int c = read();
            if (c < 0) {
                return atEnd(row, start, state);
            }
            boolean lineEnd = c == '\n' || c == '\r';
            if (lineEnd && state != State.QUOTED) {
                takeLineEnd(c);
                if (!row.isEmpty()) {
                    return Optional.of(new Cut(start, row.toString(), Optional.empty()));
                }
                start = line;
                continue;
            }
            if (row.length() >= limits.rowChars()) {
                pushedBack = c;
                return Optional.of(tooLong(row, start));
            }
            row.append((char) c);
            if (lineEnd) {
                char before = row.length() > 1 ? row.charAt(row.length() - 2) : ' ';
                line += c == '\n' && before == '\r' ? 0 : 1;
            }
            state = after(state, (char) c);
        }
    }

    private static State after(State state, char c) {
        return switch (state) {
            case FIELD_START ->
                switch (c) {
                    case '"' -> State.QUOTED;
                    case ',' -> State.FIELD_START;
                    default -> State.UNQUOTED;
                };
            case UNQUOTED -> c == ',' ? State.FIELD_START : State.UNQUOTED;
            case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED ->
                switch (c) {
                    case '"' -> State.QUOTED;
                    case ',' -> State.FIELD_START;
                    default -> State.UNQUOTED;
                };
        };
    }

    private Optional<Cut> atEnd(StringBuilder row, long start, State state) throws IOException {
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (state != State.QUOTED) {
            return Optional.of(new Cut(start, row.toString(), Optional.empty()));
        }
        return Optional.of(afterFirstLine(row, start, "a quote is opened and never closed"));
    }

    private Cut tooLong(StringBuilder row, long start) throws IOException {
        return afterFirstLine(
                row, start, "the row is longer than %,d characters".formatted(limits.rowChars()));
    }

    /// Gives up the row's first line and goes on behind it.
    private Cut afterFirstLine(StringBuilder row, long start, String fault) throws IOException {
        int lineEnd = 0;
        while (lineEnd < row.length() && row.charAt(lineEnd) != '\n' && row.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        line = start;
        if (lineEnd == row.length()) {
            skipLine();
        } else {
            var rest = row.substring(lineEnd) + (pushedBack >= 0 ? String.valueOf((char) pushedBack) : "");
            pushedBack = NONE;
            again = rest + again.substring(againPosition);
            againPosition = 0;
            rescanned += rest.length();
            takeLineEnd(read());
        }
        return new Cut(start, "", Optional.of(fault));
    }

    /// Whether so much had to be read again that going on could take for ever.
    boolean exhausted() {
        return rescanned > limits.rescanned();
    }

    private void skipLine() throws IOException {
        int c = read();
        while (c >= 0 && c != '\n' && c != '\r') {
            c = read();
        }
        if (c >= 0) {
            takeLineEnd(c);
        }
    }

    private void takeLineEnd(int c) throws IOException {
        line++;
        if (c == '\r') {
            int following = read();
            if (following != '\n') {
                pushedBack = following;
            }
        }
    }

    private int read() throws IOException {
        if (pushedBack != NONE) {
            int c = pushedBack;
            pushedBack = NONE;
            return c;
        }
        if (againPosition < again.length()) {
            return again.charAt(againPosition++);
        }
        if (position == end) {
            end = Math.max(0, in.read(buffer));
            position = 0;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[position++];
    }
}
