package tw.touchstone.inspection.table;

/// Days of the Gregorian calendar as numbers, without making objects: every value of every table may be asked for one.
///
/// Years below [#FIRST_YEAR] are years of the Republic (民國), which began in 1912; those before it are zero and below.
final class CivilDays {

    static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 2999;
    private static final int REPUBLIC = 1911;

    private CivilDays() {}

    /// The year in the Western count.
    static int common(int year) {
        return year < FIRST_YEAR ? year + REPUBLIC : year;
    }

    static boolean isYear(int year) {
        return year < FIRST_YEAR ? year > -300 && year < 200 : year <= LAST_YEAR;
    }

    static boolean isDate(int year, int month, int day) {
        return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= lastOf(common(year), month);
    }

    /// The last day of a month.
    static int lastOf(int common, int month) {
        boolean leap = common % 4 == 0 && (common % 100 != 0 || common % 400 == 0);
        return switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /// Days since 1970 (Hinnant, days_from_civil).
    static long epochDay(int common, int month, int day) {
        int y = month <= 2 ? common - 1 : common;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    /// Whether digits look like a day of a plausible year, but no calendar has it.
    static boolean isImpossible(int number, int length) {
        int year = number / 10_000;
        int month = number / 100 % 100;
        int day = number % 100;
        boolean plausible = length == 8 ? year >= 1900 && year < 2100 : length == 7 && year >= 20 && year < 150;
        return plausible && !isDate(year, month, day);
    }
}
