package tw.touchstone.inspection.table;

import java.util.Optional;

/// The smallest and greatest value of a column in each order it may turn out to have.
final class Extremes {

    private final Extreme least = new Extreme();
    private final Extreme greatest = new Extreme();
    private final Extreme leastNumber = new Extreme();
    private final Extreme greatestNumber = new Extreme();
    private double low;
    private double high;
    private int mostDecimals;
    private final Extreme earliest = new Extreme();
    private final Extreme latest = new Extreme();
    private long first;
    private long last;
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;

    void add(CellReading reading, char[] text, int from, int to) {
        if (least.isUnset()) {
            least.set(text, from, to);
            greatest.set(text, from, to);
        } else if (least.compare(text, from, to) < 0) {
            least.set(text, from, to);
        } else if (greatest.compare(text, from, to) > 0) {
            greatest.set(text, from, to);
        }
        if (Kind.isNumber(reading.kind)) {
            number(reading, text, from, to);
        }
        if (Kind.isTemporal(reading.kind)) {
            moment(reading, text, from, to);
        }
    }

    private void number(CellReading reading, char[] text, int from, int to) {
        if (leastNumber.isUnset() || reading.number < low) {
            low = reading.number;
            leastNumber.set(text, from, to);
        }
        if (greatestNumber.isUnset() || reading.number > high) {
            high = reading.number;
            greatestNumber.set(text, from, to);
        }
        mostDecimals = Math.max(mostDecimals, reading.decimals);
    }

    private void moment(CellReading reading, char[] text, int from, int to) {
        if (earliest.isUnset() || reading.moment < first) {
            first = reading.moment;
            earliest.set(text, from, to);
        }
        if (latest.isUnset() || reading.moment > last) {
            last = reading.moment;
            latest.set(text, from, to);
        }
        firstDay = Math.min(firstDay, reading.firstDay);
        lastDay = Math.max(lastDay, reading.lastDay);
    }

    double leastNumber() {
        return low;
    }

    double greatestNumber() {
        return high;
    }

    int mostDecimals() {
        return mostDecimals;
    }

    long firstDay() {
        return firstDay;
    }

    long lastDay() {
        return lastDay;
    }

    Optional<String> leastNumberText() {
        return leastNumber.value();
    }

    Optional<String> greatestNumberText() {
        return greatestNumber.value();
    }

    Optional<String> earliest() {
        return earliest.value();
    }

    Optional<String> latest() {
        return latest.value();
    }

    Optional<String> least() {
        return least.value();
    }

    Optional<String> greatest() {
        return greatest.value();
    }
}
