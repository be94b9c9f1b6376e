package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tw.touchstone.model.fact.AnomalyCode;

/// Finds rows whose values moved by a column or two: numbers under names, dates under numbers, and all of it right again
/// if the row is read a column further on.
///
/// What stands in each column is learned from the first rows; where fewer than three columns are of one look, nothing is
/// looked for. A row is looked at closely where it is ragged or a column of digits begins otherwise in it, so that other
/// rows cost a few comparisons.
final class ShiftedRows {

    /// Looks of a cell.
    private static final byte BLANK = 0;

    private static final byte NUMBER = 1;
    /// Digits with signs between them: dates, times, telephone numbers.
    private static final byte MARKED = 2;
    /// Chinese text without digits.
    private static final byte HAN = 3;
    private static final byte OTHER = 4;

    /// Rows that show what a column looks like.
    private static final int ENOUGH = 10;

    private static final int STEADY = 3;
    private static final int WITNESSES = 8;
    private static final int COLUMNS = 512;
    private static final int[] DISTANCES = {1, 2, -1};

    /// The look of nearly all cells of a column; [#OTHER] where they have none.
    private final byte[] steady;
    /// Columns of digits beside others, whose cells begin otherwise in a row that moved.
    private final int[] witnesses;

    private final byte[] looks;

    private ShiftedRows(byte[] steady, int[] witnesses) {
        this.steady = steady;
        this.witnesses = witnesses;
        this.looks = new byte[steady.length + 2];
    }

    static ShiftedRows among(Header header, List<Row> sample) {
        int width = header.columns();
        var rows = sample.stream()
                .filter(row -> row.line() >= header.firstRow() && row.fields() == width)
                .toList();
        if (rows.size() < ENOUGH || width < STEADY || width > COLUMNS) {
            return new ShiftedRows(new byte[0], new int[0]);
        }
        var steady = new byte[width];
        int found = 0;
        for (int column = 0; column < width; column++) {
            steady[column] = look(rows, column);
            found += steady[column] == OTHER ? 0 : 1;
        }
        return found < STEADY ? new ShiftedRows(new byte[0], new int[0]) : new ShiftedRows(steady, witnesses(steady));
    }

    private static byte look(List<Row> rows, int column) {
        var counts = new int[OTHER + 1];
        for (var row : rows) {
            counts[column < row.kept() ? look(row, column) : BLANK]++;
        }
        int filled = rows.size() - counts[BLANK];
        for (byte look = NUMBER; look < OTHER; look++) {
            if (filled >= ENOUGH && counts[look] * 10 >= filled * 9) {
                return look;
            }
        }
        return OTHER;
    }

    private static int[] witnesses(byte[] steady) {
        var found = new ArrayList<Integer>();
        for (int i = steady.length - 1; i >= 0 && found.size() < WITNESSES; i--) {
            boolean digits = steady[i] == NUMBER || steady[i] == MARKED;
            boolean beside = (i > 0 && steady[i - 1] != steady[i]) || (i + 1 < steady.length && steady[i + 1] != steady[i]);
            if (digits && beside) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Looks at a data row.
    void row(Row row, AnomalyCounter anomalies) {
        if (steady.length > 0 && (row.fields() != steady.length || beginsOtherwise(row))) {
            closely(row, anomalies);
        }
    }

    private boolean beginsOtherwise(Row row) {
        var text = row.text();
        for (int column : witnesses) {
            int start = row.start(column);
            if (start < row.end(column) && text[start] > '9') {
                return true;
            }
        }
        return false;
    }

    private void closely(Row row, AnomalyCounter anomalies) {
        Arrays.fill(looks, BLANK);
        int kept = Math.min(row.kept(), looks.length);
        for (int i = 0; i < kept; i++) {
            looks[i] = look(row, i);
        }
        for (int by : DISTANCES) {
            int from = movedFrom(by);
            if (from >= 0 && isClear(from, by, row.fields())) {
                int column = firstWrong();
                anomalies.add(AnomalyCode.SHIFTED_ROW, row.line(), column + 1, row.place(column), row.cell(column));
                return;
            }
        }
    }

    /// The first column behind which everything fits again if it is read so far to the right; -1 where nothing helps.
    private int movedFrom(int by) {
        int behind = 0;
        for (int i = 1; i < steady.length; i++) {
            behind += contradicts(i, i + by) ? 1 : 0;
        }
        int before = 0;
        for (int from = 0; from + 1 < steady.length; from++) {
            // The column that was cut in two, or joined with the next, may hold anything.
            if (before + behind == 0) {
                return from;
            }
            before += contradicts(from, from) ? 1 : 0;
            behind -= contradicts(from + 1, from + 1 + by) ? 1 : 0;
        }
        return -1;
    }

    /// Whether enough columns are wrong as they stand, and right elsewhere.
    private boolean isClear(int from, int by, int fields) {
        int wrong = 0;
        int right = 0;
        for (int i = from + 1; i < steady.length; i++) {
            wrong += contradicts(i, i) ? 1 : 0;
            right += at(i + by) == steady[i] && steady[i] != OTHER ? 1 : 0;
        }
        // The number of fields bears it out, or a column more has to.
        int enough = fields == steady.length + by ? 2 : 3;
        return wrong >= enough && right >= enough;
    }

    private int firstWrong() {
        int column = 0;
        while (!contradicts(column, column)) {
            column++;
        }
        return column;
    }

    private byte at(int field) {
        return field < 0 || field >= looks.length ? BLANK : looks[field];
    }

    /// Whether a cell cannot be of a column. Text may have digits in it for once.
    private boolean contradicts(int column, int field) {
        byte there = at(field);
        byte usual = steady[column];
        return there != BLANK && usual != OTHER && there != usual && !(usual == HAN && there == OTHER);
    }

    private static byte look(Row row, int field) {
        int from = row.start(field);
        int to = row.end(field);
        var text = row.text();
        while (from < to && Blanks.isBlank(text[from])) {
            from++;
        }
        while (to > from && Blanks.isBlank(text[to - 1])) {
            to--;
        }
        return from == to || Sentinels.of(text, from, to) != Sentinels.NONE ? BLANK : look(text, from, to);
    }

    private static byte look(char[] text, int from, int to) {
        boolean digits = false;
        boolean marks = false;
        boolean han = false;
        boolean others = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '年' || c == '月' || c == '日' || c == '/' || c == ':' || c == '(' || c == ')' || c == '#' || c == ' ') {
                marks = true;
                han |= c >= '年';
            } else if (c == '-' || c == '+') {
                marks |= i > from;
            } else if (c >= 0x2E80) {
                han = true;
                others = true;
            } else if (c != ',' && c != '.' && c != '%') {
                others = true;
            }
        }
        if (digits) {
            return others ? OTHER : marks ? MARKED : NUMBER;
        }
        return han ? HAN : OTHER;
    }
}
