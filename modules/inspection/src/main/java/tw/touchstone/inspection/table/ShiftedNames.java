package tw.touchstone.inspection.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.touchstone.model.fact.AnomalyCode;

/// Finds a header whose names belong to columns some places beside those they stand over, as a name too many or too few
/// leaves it: telephone numbers under 負責人, an address under 傳真.
final class ShiftedNames {

    private static final int FARTHEST = 3;

    /// Names that contradict their own column, and that fit another.
    private static final int CONTRADICTED = 3;

    private static final int FITTING = 4;

    /// What a name says of its values, where values can be told by their form.
    private enum Sense {
        DAY("日期$|時間$"),
        TELEPHONE("電話$|傳真$|手機$"),
        MAIL("電子郵件|(?i)^e-?mail"),
        ADDRESS("地址$|住址$"),
        PAGE("網址$|網站$|(?i)^url$|^website$"),
        POSITION("[xXyYｘｙ]\\s*[座坐]標|[經緯]度");

        private final Pattern name;

        Sense(String name) {
            this.name = Pattern.compile(name);
        }

        static Optional<Sense> of(String name) {
            for (var sense : values()) {
                if (sense.name.matcher(name).find()) {
                    return Optional.of(sense);
                }
            }
            return Optional.empty();
        }

        /// How many of ten values are of this sense.
        long tenths(ColumnVerdict column) {
            long count =
                    switch (this) {
                        case DAY -> column.looksLikeDays() ? column.filled() : 0;
                        case TELEPHONE -> column.count(FormSet.LANDLINE_NUMBER) + column.count(FormSet.MOBILE_NUMBER);
                        case MAIL -> column.count(FormSet.EMAIL_ADDRESS);
                        case ADDRESS -> column.count(FormSet.ADDRESS);
                        case PAGE -> column.count(FormSet.URL);
                        case POSITION ->
                            Math.max(
                                    Math.max(column.count(FormSet.LONGITUDE), column.count(FormSet.LATITUDE)),
                                    Math.max(column.count(FormSet.TWD97_EASTING), column.count(FormSet.TWD97_NORTHING)));
                    };
            return column.filled() == 0 ? 0 : count * 10 / column.filled();
        }
    }

    private ShiftedNames() {}

    /// Counts the names that stand over values of another sense, where most would fit if they stood elsewhere.
    static void describe(Header header, List<ColumnVerdict> columns, AnomalyCounter anomalies) {
        if (header.line() == 0 && !header.stated()) {
            return;
        }
        var senses = columns.stream().map(column -> Sense.of(column.name())).toList();
        if (senses.stream().filter(Optional::isPresent).count() < FITTING) {
            return;
        }
        int here = fitting(senses, columns, 0);
        int best = 0;
        for (int by = -FARTHEST; by <= FARTHEST; by++) {
            best = by == 0 ? best : Math.max(best, fitting(senses, columns, by));
        }
        var contradicted = columns.stream()
                .filter(column -> column.filled() > 0
                        && Sense.of(column.name()).filter(sense -> sense.tenths(column) == 0).isPresent())
                .toList();
        if (contradicted.size() < CONTRADICTED || best < FITTING || best <= 2 * here) {
            return;
        }
        for (var column : contradicted) {
            anomalies.add(AnomalyCode.SHIFTED_NAMES, header.line(), columns.indexOf(column) + 1, column.name());
        }
    }

    /// How many names fit the column that stands so far to the right of theirs.
    private static int fitting(List<Optional<Sense>> senses, List<ColumnVerdict> columns, int by) {
        int fitting = 0;
        for (int i = Math.max(0, -by); i < columns.size() && i + by < columns.size(); i++) {
            var column = columns.get(i + by);
            fitting += senses.get(i).filter(sense -> sense.tenths(column) >= 9).isPresent() ? 1 : 0;
        }
        return fitting;
    }
}
