package tw.touchstone.inspection.table;

/// Reads dates as government files spell them: 2024-05-01, 2024/5/1, 113/5/1, 113.5.1, 113年5月1日, 民國113年5月,
/// 20240501, 1130501, 113.05, 11305, 民前5年, most with an optional time.
///
/// Years below 1000 are years of the Republic (民國), which began in 1912.
final class DateText {

    private static final int FIRST_YEAR = CivilDays.FIRST_YEAR;
    private static final int FIRST_PLAUSIBLE = 1900;

    /// First day and last day of what was read, as days since 1970.
    long firstDay;

    long lastDay;
    /// Orders what was read.
    long moment;
    /// The spelling, as bits of [FormSet].
    long form;

    private int at;
    private int value;
    private int digits;

    /// Reads a trimmed text that begins with a digit, 民 or 中.
    DateReading read(char[] text, int from, int to) {
        at = from;
        boolean before = false;
        boolean republic = false;
        if (text[from] == '民' || text[from] == '中') {
            republic = true;
            if (starts("中華民國", text, to)) {
                at += 4;
            } else if (starts("民國", text, to)) {
                at += 2;
            } else if (starts("民前", text, to)) {
                before = true;
                at += 2;
            } else {
                return DateReading.NONE;
            }
            if (at < to && text[at] == '前') {
                before = true;
                at++;
            }
            while (at < to && text[at] == ' ') {
                at++;
            }
            if (at < to && text[at] == '元') {
                at++;
                value = 1;
                digits = 3;
                return worded(text, to, 1);
            }
        }
        digits(text, to);
        if (digits == 0) {
            return DateReading.NONE;
        }
        int year = before ? 1 - value : value;
        if (at == to) {
            return republic ? DateReading.NONE : compact(value, digits, from, text);
        }
        char separator = text[at];
        if (separator == '年' || (separator == ' ' && at + 1 < to && text[at + 1] == '年')) {
            at += separator == ' ' ? 1 : 0;
            return digits < 1 || digits > 4 || (digits == 4 && year < FIRST_YEAR) || (!republic && digits < 2)
                    ? DateReading.NONE
                    : worded(text, to, year);
        }
        boolean divides = separator == '-' || separator == '/' || separator == '.';
        return republic || !divides || digits < 2 || digits > 4 ? DateReading.NONE : divided(text, to, year, separator);
    }

    private DateReading divided(char[] text, int to, int year, char separator) {
        int yearDigits = digits;
        if (!next(text, to)) {
            return DateReading.NONE;
        }
        int month = value;
        int monthDigits = digits;
        if (at == to) {
            boolean plausible = monthDigits == 2 && month >= 1 && month <= 12 && yearDigits >= 3
                    && (yearDigits == 4 ? year >= 1800 && year < 2200 : year < 200);
            if (!plausible) {
                return DateReading.NONE;
            }
            month(year, month);
            return separator == '.' || yearDigits < 4 ? DateReading.PERHAPS_MONTH : DateReading.MONTH;
        }
        if (text[at] != separator || !next(text, to)) {
            return DateReading.NONE;
        }
        int day = value;
        // 1015-07-22 is a slip of the pen for 2015 or 105.
        boolean tooEarly = year >= FIRST_YEAR && year < FIRST_PLAUSIBLE;
        boolean whole = at == to || text[at] == ' ' || text[at] == 'T';
        if (tooEarly || !CivilDays.isDate(year, month, day)) {
            return whole && at == to && yearDigits > 2 && month <= 99 && CivilDays.isYear(year) ? DateReading.IMPOSSIBLE : DateReading.NONE;
        }
        form = year < FIRST_YEAR
                ? FormSet.ROC_DATE
                : separator == '-' && yearDigits == 4 && monthDigits == 2 && digits == 2
                        ? FormSet.ISO_DATE
                        : FormSet.WESTERN_DATE;
        day(year, month, day);
        return at == to ? DateReading.DAY : time(text, to) ? DateReading.TIME : DateReading.NONE;
    }

    /// Behind the year, at the word 年.
    private DateReading worded(char[] text, int to, int year) {
        boolean western = year >= FIRST_YEAR;
        if (at == to || text[at] != '年') {
            return DateReading.NONE;
        }
        if (at + 1 == to || (at + 2 == to && text[at + 1] == '度')) {
            if (!CivilDays.isYear(year)) {
                return DateReading.NONE;
            }
            form = western ? FormSet.WESTERN_DATE : FormSet.ROC_YEAR;
            span(CivilDays.epochDay(CivilDays.common(year), 1, 1), CivilDays.epochDay(CivilDays.common(year), 12, 31));
            return DateReading.YEAR;
        }
        if (!nextWord(text, to) || at == to || text[at] != '月') {
            return DateReading.NONE;
        }
        int month = value;
        if (at + 1 == to || (at + 2 == to && text[at + 1] == '份')) {
            if (month < 1 || month > 12 || !CivilDays.isYear(year)) {
                return DateReading.IMPOSSIBLE;
            }
            month(year, month);
            return DateReading.MONTH;
        }
        if (!nextWord(text, to) || at == to || (text[at] != '日' && text[at] != '號')) {
            return DateReading.NONE;
        }
        int day = value;
        at++;
        if (!CivilDays.isDate(year, month, day)) {
            return at == to ? DateReading.IMPOSSIBLE : DateReading.NONE;
        }
        form = western ? FormSet.WESTERN_DATE : FormSet.ROC_WORDED_DATE;
        day(year, month, day);
        return at == to ? DateReading.DAY : time(text, to) ? DateReading.TIME : DateReading.NONE;
    }

    private DateReading compact(int number, int length, int from, char[] text) {
        if (length == 8 || length == 7 || (length == 6 && text[from] != '0')) {
            int year = number / 10_000;
            int month = number / 100 % 100;
            int day = number % 100;
            boolean western = length == 8;
            boolean plausible = western ? year >= 1800 && year < 2200 : length == 7 ? year >= 1 && year < 200 : year >= 30;
            if (plausible && CivilDays.isDate(year, month, day)) {
                form = western ? FormSet.WESTERN_DATE : FormSet.ROC_COMPACT_DATE;
                day(year, month, day);
                return DateReading.COMPACT_DAY;
            }
            if (length == 6 && year >= 18 && year < 22 && number % 100 >= 1 && number % 100 <= 12) {
                month(number / 100, number % 100);
                return DateReading.PERHAPS_MONTH;
            }
            return DateReading.NONE;
        }
        boolean month = length == 5 && number % 100 >= 1 && number % 100 <= 12 && number / 100 >= 1 && number / 100 < 200;
        if (month) {
            month(number / 100, number % 100);
            return DateReading.PERHAPS_MONTH;
        }
        return DateReading.NONE;
    }

    private boolean time(char[] text, int to) {
        char gap = text[at];
        if (gap != ' ' && gap != 'T') {
            return false;
        }
        at++;
        while (at < to && text[at] == ' ') {
            at++;
        }
        boolean afternoon = starts("下午", text, to);
        if (afternoon || starts("上午", text, to)) {
            at += 2;
            at += at < to && text[at] == ' ' ? 1 : 0;
        }
        digits(text, to);
        if (digits < 1 || digits > 2 || value > 24 || at == to) {
            return false;
        }
        int hour = afternoon && value < 12 ? value + 12 : value;
        boolean wordy = text[at] == '時';
        if ((!wordy && text[at] != ':') || !next(text, to) || value > 59) {
            return false;
        }
        int minute = value;
        int second = 0;
        if (wordy) {
            if (at == to || text[at] != '分') {
                return false;
            }
            at++;
            if (at < to) {
                digits(text, to);
                second = value;
                if (digits == 0 || at == to || text[at] != '秒') {
                    return false;
                }
                at++;
            }
        } else if (at < to && text[at] == ':') {
            if (!next(text, to) || value > 60) {
                return false;
            }
            second = value;
        }
        moment += (hour * 60L + minute) * 60 + second;
        return at == to || zone(text, to);
    }

    /// Fractions of a second and an offset from UTC, which do not change the order enough to matter here.
    private boolean zone(char[] text, int to) {
        for (int i = at; i < to; i++) {
            char c = text[i];
            boolean half = (c == 'A' || c == 'P' || c == 'M' || c == ' ') && to - at <= 3;
            if (!((c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' || c == ':' || c == 'Z' || half)) {
                return false;
            }
        }
        return true;
    }

    private boolean starts(String word, char[] text, int to) {
        if (to - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean next(char[] text, int to) {
        at++;
        digits(text, to);
        return digits == 1 || digits == 2;
    }

    private boolean nextWord(char[] text, int to) {
        at++;
        while (at < to && text[at] == ' ') {
            at++;
        }
        digits(text, to);
        int found = digits;
        while (at < to && text[at] == ' ') {
            at++;
        }
        return found == 1 || found == 2;
    }

    private void digits(char[] text, int to) {
        value = 0;
        digits = 0;
        while (at < to && text[at] >= '0' && text[at] <= '9' && digits < 9) {
            value = value * 10 + (text[at] - '0');
            digits++;
            at++;
        }
    }

    private void month(int year, int month) {
        form = year < FIRST_YEAR ? FormSet.ROC_MONTH : FormSet.WESTERN_DATE;
        int common = CivilDays.common(year);
        span(CivilDays.epochDay(common, month, 1), CivilDays.epochDay(common, month, CivilDays.lastOf(common, month)));
    }

    private void day(int year, int month, int day) {
        long days = CivilDays.epochDay(CivilDays.common(year), month, day);
        span(days, days);
    }

    private void span(long first, long last) {
        firstDay = first;
        lastDay = last;
        moment = first * 86_400;
    }
}
