package tw.touchstone.inspection.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.fact.Anomaly;
import tw.touchstone.model.fact.ColumnProfile;

/// Gathers the profile of one column of a table, or of one field of a tree's records, value by value and in constant
/// memory. For one thread.
public final class ColumnStatistics {

    /// Different values that may stand for "no value".
    private static final int MOST_HELD = 16;

    /// A value that may stand for "no value", which only the whole column tells.
    static final class Held {
        final int reason;
        final String value;
        final CellReading reading = new CellReading();
        final long hash;
        final long line;
        long count = 1;

        Held(int reason, String value, long hash, long line) {
            this.reason = reason;
            this.value = value;
            this.hash = hash;
            this.line = line;
        }
    }

    private final int column;
    private final Shape shape = new Shape();
    private final CellReading reading = new CellReading();
    final ValueCounter values;
    final Tally tally = new Tally();
    final Extremes extremes = new Extremes();
    final List<Held> held = new ArrayList<>(0);
    private char[] folded = new char[0];
    private long filled;
    private long missing;
    private int longest;
    private int shortest = Integer.MAX_VALUE;

    /// @param column counted from 1, for places
    /// @param values how many different values are counted exactly, at least 16: what a wide source has to share out
    public ColumnStatistics(int column, int values) {
        this(column, values, new UniqueHashes.Allowance(TableCaps.UNIQUE_IN_ALL / 16));
    }

    ColumnStatistics(int column, int values, UniqueHashes.Allowance allowance) {
        this.column = column;
        this.values = new ValueCounter(Math.clamp(values, 16, TableCaps.VALUES), new UniqueHashes(allowance));
    }

    /// Adds a value as a file states it.
    ///
    /// @param line of the file, counted from 1; 0 where there are none
    public void add(CharSequence value, CellKind stated, long line) {
        var text = value.toString().toCharArray();
        add(text, 0, text.length, stated, line);
    }

    /// Adds a row or record that has nothing here.
    public void addMissing() {
        missing++;
    }

    /// Adds a stretch of characters.
    void add(char[] text, int start, int end, CellKind stated, long line) {
        int from = start;
        int to = end;
        while (from < to && Blanks.isBlank(text[from])) {
            from++;
        }
        while (to > from && Blanks.isBlank(text[to - 1])) {
            to--;
        }
        if (from == to) {
            missing++;
            return;
        }
        shape.read(text, from, to);
        int sentinel = stated == CellKind.UNSTATED || stated == CellKind.NUMBER || stated == CellKind.TEXT
                ? Sentinels.of(text, from, to)
                : stated == CellKind.ERROR ? Sentinels.ALWAYS : Sentinels.NONE;
        if (sentinel != Sentinels.NONE && hold(sentinel, text, from, to, stated, line)) {
            return;
        }
        filled++;
        int known = values.again(shape.hash);
        if (known >= 0) {
            if (tally.wants(values.kind(known), values.form(known))) {
                tally.place(values.kind(known), values.form(known), line, column, text, from, to);
            }
            return;
        }
        read(text, from, to, stated);
        extremes.add(reading, text, from, to);
        // Values in order need not be remembered to know that none came twice; and numbers with a fraction are no keys.
        boolean remember = !extremes.isRising() && reading.kind != Kind.DECIMAL;
        if (!values.add(shape.hash, text, from, to, reading.kind, reading.forms, remember)) {
            tally.count(reading.kind, reading.forms, 1);
        }
        int length = to - from;
        if (length > longest || length < shortest) {
            int characters = shape.has(Shape.WIDE) ? Character.codePointCount(text, from, length) : length;
            longest = Math.max(longest, characters);
            shortest = Math.min(shortest, characters);
        }
        if (tally.wants(reading.kind, reading.forms)) {
            tally.place(reading.kind, reading.forms, line, column, text, from, to);
        }
    }

    private void read(char[] text, int from, int to, CellKind stated) {
        if (shape.has(Shape.WIDE) && FullWidth.isDigitAtBeginning(text, from, to)) {
            int length = to - from;
            if (folded.length < length) {
                folded = new char[length];
            }
            if (FullWidth.fold(text, from, to, folded)) {
                var halfWidth = new Shape();
                halfWidth.read(folded, 0, length);
                reading.readFolded(folded, length, halfWidth);
                return;
            }
        }
        reading.read(text, from, to, shape, stated);
    }

    private boolean hold(int reason, char[] text, int from, int to, CellKind stated, long line) {
        for (var each : held) {
            if (each.hash == shape.hash) {
                each.count++;
                return true;
            }
        }
        if (held.size() == MOST_HELD) {
            return false;
        }
        var one = new Held(reason, new String(text, from, to - from), shape.hash, line);
        one.reading.read(text, from, to, shape, stated);
        held.add(one);
        return true;
    }

    /// Counts a held value as a value after all.
    private void release(Held value) {
        var text = value.value.toCharArray();
        filled += value.count;
        tally.count(value.reading.kind, value.reading.forms, value.count);
        extremes.add(value.reading, text, 0, text.length);
        int characters = Character.codePointCount(text, 0, text.length);
        longest = Math.max(longest, characters);
        shortest = Math.min(shortest, characters);
        if (tally.wants(value.reading.kind, value.reading.forms)) {
            tally.place(value.reading.kind, value.reading.forms, value.line, column, text, 0, text.length);
        }
    }

    /// A profile, and what is odd about the values.
    public record Gathered(ColumnProfile profile, List<Anomaly> anomalies) {}

    /// Ends gathering.
    public Gathered gathered(String name) {
        var verdict = verdict(name);
        var odd = new AnomalyCounter();
        verdict.describe(odd);
        return new Gathered(verdict.profile(Optional.empty(), Optional.empty()), odd.anomalies());
    }

    /// Ends gathering and decides what the column is.
    ColumnVerdict verdict(String name) {
        for (int i = 0; i < values.size(); i++) {
            tally.count(values.kind(i), values.form(i), values.count(i));
        }
        long numbers = tally.group(Kind.NUMBERS);
        long dates = tally.group(Kind.DATES);
        boolean measured = (numbers + dates) * 2 > filled;
        var sentinels = new ArrayList<Held>();
        var answers = new ArrayList<Held>();
        for (var each : held) {
            boolean none =
                    switch (each.reason) {
                        case Sentinels.ALWAYS -> true;
                        case Sentinels.BESIDE_NUMBERS -> measured;
                        case Sentinels.UNLESS_ANSWER -> filled > 0 && !values.contains("有");
                        default -> isFar(each, numbers);
                    };
            (none ? sentinels : answers).add(each);
        }
        answers.forEach(this::release);
        return new ColumnVerdict(name, this, sentinels, answers);
    }

    /// Whether nines lie far from all other numbers. Without others, only negative ones stand for nothing.
    private boolean isFar(Held nines, long numbers) {
        if (numbers * 2 < filled) {
            return false;
        }
        double value = nines.reading.number;
        if (filled == 0) {
            return value <= -99;
        }
        double range = extremes.greatestNumber() - extremes.leastNumber();
        if (value < 0) {
            return extremes.leastNumber() - value > Math.max(range, 10) && value <= -9;
        }
        return nines.count > 1 && value >= 999 && value - extremes.greatestNumber() > 3 * Math.max(range, extremes.greatestNumber());
    }

    /// Whether values that were not remembered cannot have come twice.
    boolean isKnownUnique() {
        return values.isExact() || extremes.isRising() || tally.kind(Kind.DECIMAL) == 0;
    }

    /// Whether most values so far are numbers.
    boolean isMostlyNumbers() {
        long numbers = tally.group(Kind.NUMBERS);
        for (int i = 0; i < values.size(); i++) {
            numbers += Kind.isNumber(values.kind(i)) ? values.count(i) : 0;
        }
        return filled > 0 && numbers * 10 >= filled * 8;
    }

    long filled() {
        return filled;
    }

    long missing() {
        return missing;
    }

    int longest() {
        return longest;
    }

    int shortest() {
        return shortest;
    }

    int column() {
        return column;
    }
}
