package tw.touchstone.inspection.table;

/// What one value is: its kind, the forms it may take, and what orders it among others.
///
/// One object for each column, filled again for each value.
final class CellReading {

    /// So many digits are a document's number rather than a quantity.
    private static final int LONG = 15;

    private static final long NEVER_PERSONAL = ~FormSet.PERSONAL;

    /// One of [Kind].
    int kind;
    /// Bits of [FormSet]; some count only if the column bears them out.
    long forms;
    /// Orders numbers.
    double number;
    /// Digits behind the point.
    int decimals;
    /// Orders dates and times.
    long moment;
    /// Days since 1970.
    long firstDay;

    long lastDay;

    private final NumberText numbers = new NumberText();
    private final DateText dates = new DateText();
    private final TextForms texts = new TextForms();

    /// Reads a trimmed value that is not empty.
    void read(char[] text, int from, int to, Shape shape, CellKind stated) {
        kind = Kind.TEXT;
        forms = 0;
        char first = text[from];
        if (stated == CellKind.TEXT || stated == CellKind.UNSTATED) {
            unstated(text, from, to, shape, first);
        } else {
            stated(text, from, to, shape, stated);
        }
    }

    private void unstated(char[] text, int from, int to, Shape shape, char first) {
        if (shape.isOnly(Shape.DIGIT)) {
            digits(text, from, to);
        } else if (shape.isOnly(Shape.DIGIT | Shape.DOT | Shape.SIGN) && number(text, from, to)) {
            dottedMonth(text, from, to, first);
        } else if (shape.has(Shape.DIGIT)) {
            mixed(text, from, to, shape, first);
        } else {
            kind = to - from <= 5 ? truth(text, from, to) : Kind.TEXT;
            if (kind == Kind.TEXT) {
                if (first == '民' || first == '中') {
                    date(text, from, to);
                }
                forms |= texts.withoutDigits(text, from, to, shape);
            }
        }
        // A question mark is among the other characters; what has ASCII letters only is a question or an address.
        if (shape.has(Shape.OTHER) && (shape.has(Shape.WIDE) || !shape.has(Shape.LETTER))) {
            forms |= LostCharacters.of(text, from, to);
        }
    }

    private void stated(char[] text, int from, int to, Shape shape, CellKind stated) {
        switch (stated) {
            case NUMBER -> {
                if (numbers.read(text, from, to)) {
                    unstated(text, from, to, shape, text[from]);
                    // What is stored as a number may be a wrong one, but is no name of a person.
                    forms &= ~FormSet.LEADING_ZERO;
                }
            }
            case DATE, DATE_TIME -> date(text, from, to);
            case BOOLEAN -> kind = Kind.TRUE_FALSE;
            case ERROR -> kind = Kind.ERROR;
            case TEXT, UNSTATED -> {}
        }
    }

    private void digits(char[] text, int from, int to) {
        int length = to - from;
        if (text[from] == '0' && length > 1) {
            forms = FormSet.LEADING_ZERO | texts.digits(text, from, to);
            if (length == 7 && dates.read(text, from, to) == DateReading.COMPACT_DAY) {
                forms |= FormSet.ROC_COMPACT_DATE;
                take(Kind.COMPACT_DAY);
            }
            return;
        }
        if (length >= LONG) {
            forms = texts.digits(text, from, to);
            return;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text[i] - '0');
        }
        number = value;
        decimals = 0;
        kind = Kind.INTEGER;
        if (length < 3) {
            return;
        }
        forms = texts.digits(text, from, to);
        if (length <= 8) {
            switch (dates.read(text, from, to)) {
                case COMPACT_DAY -> {
                    forms |= dates.form;
                    take(Kind.COMPACT_DAY);
                }
                case PERHAPS_MONTH -> {
                    forms |= dates.form & FormSet.ROC_MONTH;
                    take(Kind.COMPACT_MONTH);
                }
                default -> {
                    if (CivilDays.isImpossible((int) value, length)) {
                        kind = Kind.IMPOSSIBLE_COMPACT;
                    }
                }
            }
        }
    }

    private boolean number(char[] text, int from, int to) {
        if (!numbers.read(text, from, to)) {
            return false;
        }
        number = numbers.value;
        decimals = numbers.decimals;
        kind = numbers.fractional ? Kind.DECIMAL : Kind.INTEGER;
        forms |= (numbers.separated ? FormSet.THOUSANDS_SEPARATED : 0) | (numbers.percent ? FormSet.PERCENT : 0);
        forms |= TextForms.coordinates(number);
        return true;
    }

    private void dottedMonth(char[] text, int from, int to, char first) {
        // 110.05 has six characters, 99.05 five.
        if (kind == Kind.DECIMAL
                && decimals == 2
                && to - from == 6
                && first == '1'
                && dates.read(text, from, to) == DateReading.PERHAPS_MONTH) {
            forms |= dates.form;
            take(Kind.DOTTED_MONTH);
        }
    }

    private void mixed(char[] text, int from, int to, Shape shape, char first) {
        boolean digit = first >= '0' && first <= '9';
        if ((digit || first == '民' || first == '中') && date(text, from, to)) {
            return;
        }
        if (shape.isOnly(Shape.DIGIT | Shape.DOT | Shape.SIGN | Shape.COMMA | Shape.PERCENT | Shape.LETTER)
                && (digit || first == '-' || first == '+' || first == '.')
                && number(text, from, to)) {
            return;
        }
        forms |= texts.withDigits(text, from, to, shape);
        if (digit && shape.has(Shape.WIDE | Shape.LETTER) && TextForms.isNumberWithUnit(text, from, to)) {
            forms |= FormSet.NUMBER_WITH_UNIT;
        }
    }

    /// Reads digits of full width as if they were of half width; the value stays text, since programs do not read it.
    void readFolded(char[] folded, int length, Shape shape) {
        read(folded, 0, length, shape, CellKind.UNSTATED);
        boolean quantity = Kind.isNumber(kind);
        kind = Kind.TEXT;
        forms = quantity ? FormSet.FULL_WIDTH_DIGITS : (forms & NEVER_PERSONAL) | FormSet.FULL_WIDTH_DIGITS;
    }

    private boolean date(char[] text, int from, int to) {
        var reading = dates.read(text, from, to);
        switch (reading) {
            case DAY -> take(Kind.DAY);
            case TIME -> take(Kind.TIME);
            case MONTH, YEAR -> take(Kind.SPAN);
            case PERHAPS_MONTH -> take(Kind.SLASHED_MONTH);
            case IMPOSSIBLE -> kind = Kind.IMPOSSIBLE_DATE;
            case COMPACT_DAY, NONE -> {
                return false;
            }
        }
        if (reading != DateReading.IMPOSSIBLE) {
            forms |= dates.form;
        }
        return true;
    }

    private void take(int found) {
        kind = found;
        moment = dates.moment;
        firstDay = dates.firstDay;
        lastDay = dates.lastDay;
    }

    private static int truth(char[] text, int from, int to) {
        int length = to - from;
        if (length == 1) {
            return switch (text[from]) {
                case '是', '否' -> Kind.SHI_FOU;
                case 'Y', 'N', 'y', 'n' -> Kind.Y_N;
                default -> Kind.TEXT;
            };
        }
        if (equal("true", text, from, to) || equal("false", text, from, to)) {
            return Kind.TRUE_FALSE;
        }
        return equal("yes", text, from, to) || equal("no", text, from, to) ? Kind.YES_NO : Kind.TEXT;
    }

    private static boolean equal(String word, char[] text, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((text[i] | 0x20) != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
