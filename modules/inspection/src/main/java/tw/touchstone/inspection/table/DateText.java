package tw.touchstone.inspection.table;

/// Reads dates as government files spell them: 2024-05-01, 2024/5/1, 113/5/1, 113.5.1, 113年5月1日, 20240501, 1130501,
/// each with an optional time. Years below 200 are years of the Republic (民國), which began in 1912.
final class DateText {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    /// Orders the last date read.
    long moment;

    private int at;
    private int value;
    private int digits;

    /// The temporal types of a text that begins with a digit; 0 where it is no date.
    int types(char[] text, int from, int to) {
        at = from;
        digits(text, to);
        int year = value;
        if (at == to) {
            return digits == 8 || digits == 7 ? compact(year, digits) : 0;
        }
        char separator = text[at];
        if (digits < 2 || digits > 4 || (separator != '-' && separator != '/' && separator != '.' && separator != '年')) {
            return 0;
        }
        boolean wordy = separator == '年';
        if (!next(text, to) || value < 1 || value > 12) {
            return 0;
        }
        int month = value;
        if (at == to || text[at] != (wordy ? '月' : separator) || !next(text, to)) {
            return 0;
        }
        int day = value;
        if (wordy) {
            if (at == to || text[at] != '日') {
                return 0;
            }
            at++;
        }
        if (!isDate(year, month, day)) {
            return 0;
        }
        moment = day(year, month, day);
        if (at == to) {
            return CellTypes.DATE | CellTypes.DATE_TIME | CellTypes.SPELLED_DATE;
        }
        return time(text, to) ? CellTypes.DATE_TIME | CellTypes.SPELLED_DATE : 0;
    }

    private int compact(int number, int length) {
        int year = number / 10_000;
        int month = number / 100 % 100;
        int day = number % 100;
        boolean plausible = length == 8 ? year >= 1800 && year < 2200 : year >= 1 && year < 200;
        if (!plausible || !isDate(year, month, day)) {
            return 0;
        }
        moment = day(year, month, day);
        return CellTypes.DATE | CellTypes.DATE_TIME | CellTypes.COMPACT_DATE;
    }

    private boolean time(char[] text, int to) {
        char gap = text[at];
        if (gap != ' ' && gap != 'T') {
            return false;
        }
        at++;
        digits(text, to);
        if (digits < 1 || digits > 2 || value > 24 || at == to) {
            return false;
        }
        int hour = value;
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
            if (!((c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' || c == ':' || c == 'Z')) {
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

    private void digits(char[] text, int to) {
        value = 0;
        digits = 0;
        while (at < to && text[at] >= '0' && text[at] <= '9' && digits < 9) {
            value = value * 10 + (text[at] - '0');
            digits++;
            at++;
        }
    }

    private static boolean isDate(int year, int month, int day) {
        int common = year < 200 ? year + 1911 : year;
        if (common < FIRST_YEAR || common > LAST_YEAR || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = common % 4 == 0 && (common % 100 != 0 || common % 400 == 0);
        int last =
                switch (month) {
                    case 2 -> leap ? 29 : 28;
                    case 4, 6, 9, 11 -> 30;
                    default -> 31;
                };
        return day <= last;
    }

    private static long day(int year, int month, int day) {
        int common = year < 200 ? year + 1911 : year;
        return ((common * 12L + month) * 31 + day) * 86_400;
    }
}
