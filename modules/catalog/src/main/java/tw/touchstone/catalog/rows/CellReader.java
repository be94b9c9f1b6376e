package tw.touchstone.catalog.rows;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.touchstone.inspection.table.PersonalData;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.model.fact.ColumnType;
import tw.touchstone.model.fact.ValueCount;

/// Makes values of the cells of one column. What stands for "no value" in a column of numbers or dates is no value here
/// either; personal data in texts is masked as in the facts.
final class CellReader {

    private static final Pattern DAY = Pattern.compile("([12][0-9]{3})([-/.年])([0-9]{1,2})([-/.月])([0-9]{1,2})日?");
    private static final Pattern COMPACT_DAY = Pattern.compile("([12][0-9]{3})([0-9]{2})([0-9]{2})");
    private static final Pattern MOMENT = Pattern.compile("(\\S+?)(?:T| {1,2})([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,6}))?)?");
    private static final int FAST_DIGITS = 18;
    private static final int DECIMAL_CHARS = 40;

    private final RowType type;
    private final Set<String> nothings;

    CellReader(ColumnProfile column, boolean asText) {
        this.type = asText ? RowType.TEXT : wanted(column.type());
        this.nothings = column.sentinels().stream().map(ValueCount::value).collect(Collectors.toSet());
    }

    private static RowType wanted(ColumnType seen) {
        return switch (seen) {
            case INTEGER -> RowType.INTEGER;
            case DECIMAL -> RowType.NUMBER;
            case BOOLEAN -> RowType.BOOLEAN;
            case DATE -> RowType.DATE;
            case DATE_TIME -> RowType.DATE_TIME;
            case TEXT, EMPTY -> RowType.TEXT;
        };
    }

    RowType type() {
        return type;
    }

    /// What a cell says.
    sealed interface Read {
        /// Nothing.
        record Nothing() implements Read {}

        /// A value: a `Long`, `Double`, `Boolean`, [LocalDate], [LocalDateTime] or `String`.
        record Value(Object value) implements Read {}

        /// Something that is not of the type, so that the whole column is text.
        record Unlike() implements Read {}
    }

    private static final Read NOTHING = new Read.Nothing();
    private static final Read UNLIKE = new Read.Unlike();

    /// Reads a cell that is not blank.
    Read read(String cell) {
        if (type == RowType.TEXT) {
            return new Read.Value(PersonalData.masked(cell).replace('\0', '\uFFFD'));
        }
        var text = cell.strip();
        if (nothings.contains(text)) {
            return NOTHING;
        }
        return value(text).<Read>map(Read.Value::new).orElse(UNLIKE);
    }

    private Optional<?> value(String text) {
        return switch (type) {
            case INTEGER -> integer(text);
            case NUMBER -> number(text);
            case BOOLEAN -> bool(text);
            case DATE -> day(text);
            case DATE_TIME -> moment(text);
            case TEXT -> Optional.of(text);
        };
    }

    /// A whole number of 64 bits.
    static Optional<Long> integer(String text) {
        if (text.length() <= FAST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()) {
            return Optional.of(Long.parseLong(text));
        }
        return decimal(text).filter(each -> each.scale() <= 0 || each.stripTrailingZeros().scale() <= 0).flatMap(each -> {
            try {
                return Optional.of(each.longValueExact());
            } catch (ArithmeticException tooLong) {
                return Optional.empty();
            }
        });
    }

    /// A number that a double says exactly as it is written.
    static Optional<Double> number(String text) {
        return decimal(text).flatMap(each -> {
            double value = each.doubleValue();
            return Double.isFinite(value) && BigDecimal.valueOf(value).compareTo(each) == 0
                    ? Optional.of(value)
                    : Optional.empty();
        });
    }

    private static Optional<BigDecimal> decimal(String text) {
        if (text.isEmpty() || text.length() > DECIMAL_CHARS) {
            return Optional.empty();
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
            if (narrow != ',') {
                plain.append(narrow);
            }
        }
        try {
            var number = new BigDecimal(plain.toString());
            // 1E999999 has two digits and a million zeros.
            return Math.abs(number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /// Words in which a file says yes and no stay words.
    static Optional<Boolean> bool(String text) {
        return text.equalsIgnoreCase("true")
                ? Optional.of(true)
                : text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    /// A day of the Western calendar; years of the Republic are none.
    static Optional<LocalDate> day(String text) {
        var match = DAY.matcher(text);
        if (match.matches()) {
            return day(match.group(1), match.group(3), match.group(5));
        }
        var compact = COMPACT_DAY.matcher(text);
        return compact.matches() ? day(compact.group(1), compact.group(2), compact.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /// A day and a time; a day alone is none.
    static Optional<LocalDateTime> moment(String text) {
        var match = MOMENT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        return day(match.group(1)).flatMap(day -> {
            try {
                var fraction = Optional.ofNullable(match.group(5)).orElse("");
                var time = LocalTime.of(
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3)),
                        Optional.ofNullable(match.group(4)).map(Integer::parseInt).orElse(0),
                        Integer.parseInt((fraction + "000000").substring(0, 6)) * 1_000);
                return Optional.of(day.atTime(time));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        });
    }
}
