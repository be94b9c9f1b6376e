package tw.touchstone.inspection.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.ValueCount;

/// Gathers the profile of one column of a table, or of one field of a tree's records, value by value and in constant
/// memory. For one thread.
public final class ColumnStatistics {

    private static final int TOP = 5;
    private static final String NONE = "無";

    /// Names of columns whose digits are no quantities.
    private static final Pattern CODE_NAME = Pattern.compile(
            "電話|傳真|手機|統一編號|統編|代碼|代號|編號|郵遞區號|身分證|(?i)\\b(phone|tel|fax|zip|postcode|code)\\b");

    private static final Pattern DATE_NAME = Pattern.compile("日期|年月日|時間|(?i)date|time");

    private final CellTypes cell = new CellTypes();
    private final ValueCounter values;
    private int types = CellTypes.ANY;
    private boolean compactDates;
    private boolean spelledDates;
    private long filled;
    private long blank;
    private long none;
    private int longest;

    private final Extreme least = new Extreme();
    private final Extreme greatest = new Extreme();
    private final Extreme leastNumber = new Extreme();
    private final Extreme greatestNumber = new Extreme();
    private double low;
    private double high;
    private final Extreme earliest = new Extreme();
    private final Extreme latest = new Extreme();
    private long first;
    private long last;

    /// @param values how many different values are counted exactly, at least 16: what a wide source has to share out
    public ColumnStatistics(int values) {
        this.values = new ValueCounter(Math.clamp(values, 16, TableCaps.VALUES));
    }

    /// Adds a value as a file states it.
    ///
    /// @param line of the file, counted from 1; 0 where there are none
    public void add(CharSequence value, CellKind kind, long line) {
        var text = value.toString().toCharArray();
        add(text, 0, text.length);
    }

    /// Adds a row or record that has nothing here.
    public void addMissing() {
        blank++;
    }

    /// Adds a cell.
    ///
    /// @return whether it has a value
    boolean add(char[] text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Blanks.isBlank(text[from])) {
            from++;
        }
        while (to > from && Blanks.isBlank(text[to - 1])) {
            to--;
        }
        if (from == to || Blanks.isSentinel(text, from, to)) {
            blank++;
            return from != to;
        }
        filled++;
        if (to - from == 1 && text[from] == '無') {
            none++;
        } else if (types != 0) {
            narrow(text, from, to);
        }
        values.add(hash(text, from, to), text, from, to);
        if (to - from > longest) {
            longest = Math.max(longest, Character.codePointCount(text, from, to - from));
        }
        if (least.isUnset()) {
            least.set(text, from, to);
            greatest.set(text, from, to);
        } else if (least.compare(text, from, to) < 0) {
            least.set(text, from, to);
        } else if (greatest.compare(text, from, to) > 0) {
            greatest.set(text, from, to);
        }
        return true;
    }

    private void narrow(char[] text, int from, int to) {
        int found = cell.of(text, from, to);
        types &= found;
        if ((types & CellTypes.NUMBER) != 0) {
            if (leastNumber.isUnset() || cell.number < low) {
                low = cell.number;
                leastNumber.set(text, from, to);
            }
            if (greatestNumber.isUnset() || cell.number > high) {
                high = cell.number;
                greatestNumber.set(text, from, to);
            }
        }
        if ((types & CellTypes.TEMPORAL) != 0) {
            compactDates |= (found & CellTypes.COMPACT_DATE) != 0;
            spelledDates |= (found & CellTypes.SPELLED_DATE) != 0;
            if (earliest.isUnset() || cell.moment < first) {
                first = cell.moment;
                earliest.set(text, from, to);
            }
            if (latest.isUnset() || cell.moment > last) {
                last = cell.moment;
                latest.set(text, from, to);
            }
        }
    }

    private static long hash(char[] text, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x9E3779B97F4A7C15L;
        }
        // Finaliser of MurmurHash3: every bit must depend on every character.
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }

    /// What was gathered.
    public ColumnProfile profile(String name) {
        // 無 beside 有 is an answer; alone among other values it says that there is none.
        boolean answer = values.contains("有") || none == filled;
        long missing = answer ? 0 : none;
        var type = answer && none > 0 ? ColumnType.TEXT : type(name, filled - missing);
        var min = min(type);
        var max = max(type);
        return new ColumnProfile(
                name,
                Optional.empty(),
                Optional.empty(),
                type,
                filled - missing,
                blank + missing,
                List.of(),
                values.distinct() - (missing > 0 ? 1 : 0),
                Optional.empty(),
                min.map(PersonalData::masked),
                max.map(PersonalData::masked),
                Optional.empty(),
                longest,
                top(missing > 0),
                List.of());
    }

    private List<ValueCount> top(boolean withoutNone) {
        return values.top(TOP + 1).stream()
                .filter(value -> !(withoutNone && value.value().equals(NONE)))
                .limit(TOP)
                .map(value -> new ValueCount(PersonalData.masked(value.value()), value.count()))
                .toList();
    }

    private ColumnType type(String name, long count) {
        if (count == 0) {
            return ColumnType.EMPTY;
        }
        if (types == 0 || CODE_NAME.matcher(name).find()) {
            return ColumnType.TEXT;
        }
        if ((types & CellTypes.TEMPORAL) != 0 && isDate(name)) {
            return (types & CellTypes.DATE) != 0 ? ColumnType.DATE : ColumnType.DATE_TIME;
        }
        if ((types & CellTypes.NUMBER) != 0) {
            return (types & CellTypes.INTEGER) != 0 ? ColumnType.INTEGER : ColumnType.DECIMAL;
        }
        return (types & CellTypes.BOOLEAN) != 0 ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }

    /// Digits that could be a date are one if the name says so or too many values would be so by chance.
    private boolean isDate(String name) {
        return spelledDates || !compactDates || values.distinct() >= 3 || DATE_NAME.matcher(name).find();
    }

    private Optional<String> min(ColumnType type) {
        return switch (type) {
            case EMPTY -> Optional.empty();
            case INTEGER, DECIMAL -> leastNumber.value();
            case DATE, DATE_TIME -> earliest.value();
            case BOOLEAN, TEXT -> least.value();
        };
    }

    private Optional<String> max(ColumnType type) {
        return switch (type) {
            case EMPTY -> Optional.empty();
            case INTEGER, DECIMAL -> greatestNumber.value();
            case DATE, DATE_TIME -> latest.value();
            case BOOLEAN, TEXT -> greatest.value();
        };
    }
}
