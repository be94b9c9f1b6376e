package tw.touchstone.bench.report;

import java.util.Locale;

/// One figure.
///
/// @param scenario the part of the bench, a name of `--only`
/// @param what     what was measured, for people
/// @param value    already rounded for people
/// @param floor    what must be reached; empty where nothing is asked
/// @param aim      what is wished for; empty where nothing is
public record Row(String scenario, String what, String value, String unit, String floor, String aim) {

    /// A figure with three significant digits, or whole where it is large.
    public static Row of(String scenario, String what, double value, String unit) {
        return new Row(scenario, what, rounded(value), unit, "", "");
    }

    /// A whole figure.
    public static Row of(String scenario, String what, long value, String unit) {
        return new Row(scenario, what, String.format(Locale.ROOT, "%,d", value), unit, "", "");
    }

    /// The same figure beside what must be reached.
    public Row floor(String asked) {
        return new Row(scenario, what, value, unit, asked, aim);
    }

    /// The same figure beside what is wished for.
    public Row aim(String wished) {
        return new Row(scenario, what, value, unit, floor, wished);
    }

    static String rounded(double value) {
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
