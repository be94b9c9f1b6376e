package tw.touchstone.inspection.table;

import java.util.Arrays;

/// One row of a table, to be filled again and again: cells are stretches of one character buffer, so that reading a
/// table makes no garbage.
///
/// For one thread. What reads a row must not keep it.
public final class Row {

    /// Where it is not known how many characters of the text stand before.
    static final long UNKNOWN = -1;

    private static final long[] NOWHERE = {};

    private char[] text = new char[1_024];
    private int used;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private CellKind[] kinds = new CellKind[32];
    private int kept;
    private int fields;
    private long line;
    /// How many characters of the text stand before the first of this buffer.
    private long origin = UNKNOWN;
    /// The same for each cell of a copy, whose buffer is its own.
    private long[] places = NOWHERE;
    private boolean capped;

    /// Begins a row without cells.
    ///
    /// @param number of its first line, counted from 1; in workbooks of the row
    public Row begin(long number) {
        line = number;
        used = 0;
        kept = 0;
        fields = 0;
        origin = UNKNOWN;
        places = NOWHERE;
        return this;
    }

    /// Adds a cell behind the others.
    public Row add(CharSequence cell, CellKind kind) {
        int length = cell.length();
        if (hasRoom(length)) {
            for (int i = 0; i < length; i++) {
                text[used + i] = cell.charAt(i);
            }
            range(used, used + length, kind);
            used += length;
        }
        fields++;
        return this;
    }

    /// Adds a cell of which nothing but the text is known.
    public Row add(CharSequence cell) {
        return add(cell, CellKind.UNSTATED);
    }

    /// Adds a stretch of characters as a cell.
    public Row add(char[] source, int from, int to, CellKind kind) {
        int length = to - from;
        if (hasRoom(length)) {
            System.arraycopy(source, from, text, used, length);
            range(used, used + length, kind);
            used += length;
        }
        fields++;
        return this;
    }

    /// Adds empty cells until the row has so many.
    public Row fillTo(int count) {
        while (fields < count && kept < TableCaps.COLUMNS) {
            add("");
        }
        fields = Math.max(fields, count);
        return this;
    }

    private boolean hasRoom(int length) {
        if (kept == TableCaps.COLUMNS || used + (long) length > TableCaps.ROW_CHARS) {
            capped = true;
            return false;
        }
        if (used + length > text.length) {
            text = Arrays.copyOf(text, Math.max(used + length, text.length * 2));
        }
        return true;
    }

    private void range(int from, int to, CellKind kind) {
        if (kept == starts.length) {
            starts = Arrays.copyOf(starts, kept * 2);
            ends = Arrays.copyOf(ends, kept * 2);
            kinds = Arrays.copyOf(kinds, kept * 2);
        }
        starts[kept] = from;
        ends[kept] = to;
        kinds[kept++] = kind;
    }

    /// Begins a row whose cells are stretches of somebody else's characters.
    void begin(long number, char[] characters) {
        begin(number);
        text = characters;
    }

    /// Adds the characters between two places of the text as a cell.
    void range(int from, int to) {
        if (kept == TableCaps.COLUMNS) {
            capped = true;
        } else {
            range(from, to, CellKind.UNSTATED);
        }
        fields++;
    }

    /// Takes off a last cell that is empty, where the delimiter also stands at the end of lines.
    void dropTail(boolean wanted) {
        if (wanted && fields > 1 && kept == fields && starts[kept - 1] == ends[kept - 1]) {
            kept--;
            fields--;
        }
    }

    /// Where the text of the row begins.
    int firstChar(int otherwise) {
        return kept > 0 ? starts[0] : otherwise;
    }

    /// Says that the text now stands so many characters nearer to the beginning, in this buffer.
    void moved(int by, char[] characters) {
        text = characters;
        for (int i = 0; i < kept && by > 0; i++) {
            starts[i] -= by;
            ends[i] -= by;
        }
    }

    /// Cuts the text off; cells behind become empty.
    void cut(int end) {
        for (int i = 0; i < kept; i++) {
            starts[i] = Math.min(starts[i], end);
            ends[i] = Math.min(ends[i], end);
        }
    }

    /// An equal row that may be kept.
    Row copy() {
        var copy = new Row().begin(line);
        for (int i = 0; i < kept; i++) {
            copy.add(text, starts[i], ends[i], kind(i));
        }
        copy.fields = fields;
        if (origin >= 0 || places.length > 0) {
            copy.places = new long[kept];
            Arrays.setAll(copy.places, this::place);
        }
        return copy;
    }

    /// Says how many characters of the text stand before the first of this buffer.
    void origin(long characters) {
        origin = characters;
    }

    /// How many characters of the text stand before a cell; [#UNKNOWN] in workbooks.
    long place(int field) {
        if (field < places.length) {
            return places[field];
        }
        return origin < 0 || field >= kept ? UNKNOWN : origin + starts[field];
    }

    /// Line it begins on, counted from 1; in workbooks of the row, in trees of the record.
    public long line() {
        return line;
    }

    /// Cells of the row, those beyond the cap included.
    int fields() {
        return fields;
    }

    /// Cells that can be read.
    public int kept() {
        return kept;
    }

    char[] text() {
        return text;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /// What the file says about a cell.
    public CellKind kind(int field) {
        return kinds[field];
    }

    /// The text of a cell.
    public String cell(int field) {
        return new String(text, starts[field], ends[field] - starts[field]);
    }

    /// Whether a cell has no value.
    public boolean isBlank(int field) {
        for (int i = starts[field]; i < ends[field]; i++) {
            if (!Blanks.isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    /// Whether any row so far had more cells or characters than are read.
    boolean capped() {
        return capped;
    }
}
