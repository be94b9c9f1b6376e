package tw.touchstone.inspection.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import tw.touchstone.model.fact.AnomalyCode;

/// Divides delimited text into rows of character ranges, in one pass and bounded memory, as a person would read it
/// where it breaks the rules of RFC 4180:
///
/// - a quote that never closes, or closes lines below in the middle of a field, is text;
/// - unless the file simply ends inside it: then the field was cut off;
/// - quotes inside a quoted field that are not doubled belong to it if one before a delimiter ends it on the same line;
/// - blanks around a quoted field are none of it.
///
/// ADR 0018 says why no library is used. Longer than other classes because the places in the buffer belong together:
/// whatever looks ahead can move them.
final class RowScanner {

    /// Uses rows; a row is only valid during the call.
    interface RowConsumer {
        /// Takes a row and says whether to go on.
        boolean row(Row row);
    }

    private static final int SMALLEST = 1 << 13;
    private static final int CHUNK = 1 << 16;
    /// Blanks around a quoted field.
    private static final int MOST_BLANKS = 1_000;
    /// The end of the text, which no character equals.
    private static final int END = -1;

    private final Reader in;
    private final Division division;
    private final char delimiter;
    private final char quote;
    private final AnomalyCounter anomalies;
    private final Row row = new Row();
    private final LineEnds lineEnds = new LineEnds();

    private char[] text;
    private int at;
    private int limit;
    private int fieldStart;
    /// Where the text of the row has no room any more; what follows is only counted.
    private boolean overflow;
    private boolean ended;
    /// Whether the field begins with a quote that was found never to close.
    private boolean openQuote;
    private boolean anyQuoted;
    private boolean anyDivided;
    /// How many characters of the text stand before the first of the buffer.
    private long origin;
    private boolean capped;
    private long line = 1;
    private long lineBreaks;

    RowScanner(Reader in, Division division, AnomalyCounter anomalies, int expectedChars) {
        this.in = in;
        this.division = division;
        this.delimiter = division.delimiter();
        this.quote = division.quote();
        this.anomalies = anomalies;
        this.text = new char[Math.clamp(expectedChars + 1L, SMALLEST, CHUNK)];
    }

    LineEnds lineEnds() {
        return lineEnds;
    }

    boolean anyQuoted() {
        return anyQuoted;
    }

    /// Whether any record has a delimiter.
    boolean anyDivided() {
        return anyDivided;
    }

    /// Whether a row had more characters or cells than are read.
    boolean capped() {
        return capped || row.capped();
    }

    /// Hands on every row until the text ends or the consumer has enough.
    void scan(RowConsumer consumer) throws IOException {
        while (has(0)) {
            if (division.comment() != '\0' && text[at] == division.comment()) {
                comment();
                continue;
            }
            row.begin(line, text);
            fieldStart = at;
            overflow = false;
            skipGap();
            while (field()) {
                skipGap();
            }
            row.dropTail(delimiter == ' ');
            // Of a row that was cut, the cells no longer stand where the text has them.
            row.origin(overflow ? Row.UNKNOWN : origin);
            if (!consumer.row(row)) {
                return;
            }
        }
    }

    /// Reads one field and says whether another one follows in the row.
    private boolean field() throws IOException {
        fieldStart = at;
        openQuote = false;
        int opening = opening();
        if (opening < 0 || !quoted(opening)) {
            unquoted();
        }
        return endOfField();
    }

    /// How far ahead the opening quote of the field stands; -1 where there is none.
    private int opening() throws IOException {
        if (quote == '\0' || !has(0)) {
            return -1;
        }
        char first = text[at];
        if (first == quote) {
            return 0;
        }
        if (first != ' ' || delimiter == ' ') {
            return -1;
        }
        int ahead = 1;
        while (ahead < MOST_BLANKS && has(ahead) && text[at + ahead] == ' ') {
            ahead++;
        }
        return has(ahead) && text[at + ahead] == quote ? ahead : -1;
    }

    private void unquoted() throws IOException {
        char above = (char) Math.max(Math.max(delimiter, '\r'), quote);
        long stray = Row.UNKNOWN;
        int i = at;
        while (true) {
            while (i < limit && text[i] > above) {
                i++;
            }
            if (i == limit) {
                at = i;
                boolean more = has(0);
                i = at;
                if (!more) {
                    break;
                }
                continue;
            }
            char c = text[i];
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c == delimiter) {
                at = i;
                if (division.gap() == 1 || isGap()) {
                    break;
                }
                i = at;
            }
            if (c == quote && quote != '\0' && stray < 0) {
                stray = origin + i;
            }
            i++;
        }
        at = i;
        if (stray >= 0 && !openQuote) {
            note(AnomalyCode.STRAY_QUOTE, stray, seen(fieldStart, at));
        }
        add(fieldStart, at);
    }

    /// Reads a quoted field; says false, having moved nothing, where the quote turns out to be text.
    private boolean quoted(int opening) throws IOException {
        int open = at - fieldStart + opening;
        int i = open + 1;
        int breaks = 0;
        boolean escaped = false;
        long stray = Row.UNKNOWN;
        while (true) {
            i = skipPlain(i);
            if (i >= TableCaps.FIELD_CHARS) {
                unclosed(open);
                return false;
            }
            int c = charAt(i);
            if (c == END) {
                if (isCutOff(open, breaks)) {
                    note(AnomalyCode.UNCLOSED_QUOTE, origin + fieldStart + open, String.valueOf(quote));
                    close(open, i, i, breaks, escaped);
                    return true;
                }
                unclosed(open);
                return false;
            }
            if (c == quote) {
                if (division.escape() == '\0' && charAt(i + 1) == quote) {
                    escaped = true;
                    i += 2;
                    continue;
                }
                int behind = behind(i + 1);
                if (behind >= 0) {
                    if (stray >= 0) {
                        note(AnomalyCode.STRAY_QUOTE, stray, seen(fieldStart, fieldStart + i + 1));
                    }
                    close(open, i, behind, breaks, escaped);
                    return true;
                }
                if (breaks > 0) {
                    unclosed(open);
                    return false;
                }
                stray = stray < 0 ? origin + fieldStart + i : stray;
            } else if (c == division.escape() && c != '\0') {
                escaped = true;
                i++;
            } else if (c == '\n' || (c == '\r' && charAt(i + 1) != '\n')) {
                if (stray >= 0) {
                    return false;
                }
                breaks++;
            }
            i++;
        }
    }

    /// The next character that may mean something inside quotes, as far as the buffer reaches.
    private int skipPlain(int from) {
        int end = Math.min(limit, fieldStart + TableCaps.FIELD_CHARS);
        char escape = division.escape();
        int i = fieldStart + from;
        while (i < end) {
            char c = text[i];
            if (c == quote || c <= '\r' || c == escape) {
                break;
            }
            i++;
        }
        return i - fieldStart;
    }

    /// The offset of the delimiter or line end behind blanks; -1 where text stands before it.
    private int behind(int from) throws IOException {
        int i = from;
        int c = charAt(i);
        while (c == ' ' && delimiter != ' ' && i - from < MOST_BLANKS) {
            c = charAt(++i);
        }
        return c == END || c == delimiter || c == '\n' || c == '\r' ? i : -1;
    }

    private void close(int open, int end, int behind, int breaks, boolean escaped) {
        anyQuoted = true;
        int from = fieldStart + open + 1;
        int to = fieldStart + end;
        if (escaped) {
            to = unescape(from, to);
        }
        add(from, to);
        at = fieldStart + behind;
        lineBreaks += breaks;
    }

    private int unescape(int from, int to) {
        int out = from;
        for (int i = from; i < to; i++) {
            char c = text[i];
            boolean pair = i + 1 < to
                    && (division.escape() == '\0' ? c == quote && text[i + 1] == quote : c == division.escape());
            text[out++] = pair ? text[++i] : c;
        }
        return out;
    }

    private void unclosed(int open) {
        openQuote = true;
        note(AnomalyCode.UNCLOSED_QUOTE, origin + fieldStart + open, String.valueOf(quote));
    }

    /// Counts what stands in the field, on the line on which the field begins.
    private void note(AnomalyCode code, long characters, String seen) {
        anomalies.add(code, line + lineBreaks, row.fields() + 1, characters, seen);
    }

    /// Whether what stands behind the quote, up to the end of the text, does not look like further rows.
    private boolean isCutOff(int open, int breaks) {
        if (breaks >= TableCaps.CUT_OFF_LINES) {
            return false;
        }
        boolean below = false;
        int delimiters = 0;
        for (int i = fieldStart + open; i < limit; i++) {
            below |= text[i] == '\n' || text[i] == '\r';
            if (text[i] == delimiter) {
                delimiters++;
                if (below) {
                    return false;
                }
            }
        }
        // On the last line alone: with the quote as text the row may be whole.
        return delimiters == 0 || row.fields() + 1 + delimiters != division.columns();
    }

    /// Takes what ends a field and says whether another field follows.
    private boolean endOfField() throws IOException {
        if (!has(0)) {
            line += lineBreaks;
            lineBreaks = 0;
            return false;
        }
        char c = text[at];
        if (c == delimiter && c != '\n' && c != '\r') {
            anyDivided = true;
            at++;
            return true;
        }
        if (c == '\r') {
            // Looked at before moving: what moves the buffer must not lose the row.
            boolean pair = has(1) && text[at + 1] == '\n';
            lineEnds.count('\r', pair, line);
            at += pair ? 2 : 1;
        } else {
            lineEnds.count('\n', false, line);
            at++;
        }
        line += lineBreaks + 1;
        lineBreaks = 0;
        return false;
    }

    private void comment() throws IOException {
        long start = line;
        row.begin(line, text);
        fieldStart = at;
        overflow = false;
        while (has(0) && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        anomalies.add(AnomalyCode.COMMENT_LINE, start, 0, seen(Math.min(fieldStart, at), at));
        endOfField();
    }

    private void skipGap() throws IOException {
        if (delimiter == ' ') {
            while (has(0) && text[at] == ' ') {
                at++;
            }
        }
    }

    /// Whether enough blanks stand here to divide two fields.
    private boolean isGap() throws IOException {
        for (int i = 0; i < division.gap(); i++) {
            if (!has(i)) {
                return true;
            }
            if (text[at + i] != ' ') {
                return text[at + i] == '\n' || text[at + i] == '\r';
            }
        }
        return true;
    }

    private void add(int from, int to) {
        int room = overflow ? text.length / 4 : text.length;
        row.range(Math.min(from, room), Math.min(to, room));
    }

    private String seen(int from, int to) {
        return new String(text, from, Math.min(to - from, TableCaps.VALUE_CHARS));
    }

    /// The character so far behind the field's start, or [#END].
    private int charAt(int offset) throws IOException {
        int ahead = fieldStart + offset - at;
        return has(ahead) ? text[fieldStart + offset] : END;
    }

    /// Whether there is a character so far ahead, read if need be.
    private boolean has(int ahead) throws IOException {
        while (at + ahead >= limit) {
            if (ended || !read()) {
                return false;
            }
        }
        return true;
    }

    private boolean read() throws IOException {
        if (limit == text.length) {
            makeRoom();
        }
        int count = in.read(text, limit, text.length - limit);
        if (count < 0) {
            ended = true;
            return false;
        }
        limit += count;
        return true;
    }

    /// Moves the row to the beginning of the buffer, or makes the buffer larger, or lets go of what follows in the row.
    private void makeRoom() {
        int start = row.firstChar(fieldStart);
        if (start > 0) {
            System.arraycopy(text, start, text, 0, limit - start);
            limit -= start;
            origin += start;
            at -= start;
            fieldStart -= start;
            row.moved(start, text);
        } else if (text.length < TableCaps.ROW_CHARS) {
            text = Arrays.copyOf(text, text.length * 4 > TableCaps.ROW_CHARS ? TableCaps.ROW_CHARS : text.length * 4);
            row.moved(0, text);
        } else {
            // Readers look ahead by less than half of the buffer, so a quarter for what is kept leaves room for them.
            int kept = text.length / 4;
            overflow = true;
            capped = true;
            row.cut(kept);
            int remaining = limit - at;
            origin += at - kept;
            System.arraycopy(text, at, text, kept, remaining);
            fieldStart = Math.min(fieldStart, kept);
            at = kept;
            limit = kept + remaining;
        }
    }
}
