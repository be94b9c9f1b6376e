package tw.touchstone.inspection.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds how a text is divided: the delimiter with which most records have the same number of fields.
public final class DialectDetector {

    private static final char[] DELIMITERS = {',', '\t', ';', '|'};
    private static final int RECORDS = 500;

    /// How the text is divided.
    ///
    /// @param delimiter between fields
    /// @param quote     around fields, assumed `"` where the sample shows none
    /// @param columns   fields of most records
    public record Guess(char delimiter, char quote, int columns) {}

    /// What one delimiter makes of the sample.
    ///
    /// @param records counted
    /// @param divided with more than one field
    /// @param modal   with the most frequent number of fields above one
    /// @param columns that number
    private record Division(char delimiter, int records, int divided, int modal, int columns, int longestField) {

        double consistency() {
            return records == 0 ? 0 : (double) modal / records;
        }

        /// More fields that fit as well are no accident.
        double score() {
            return consistency() * (1 + Math.log(columns));
        }

        boolean isTable() {
            if (records == 1) {
                return columns > 2 && longestField <= 40;
            }
            return modal * 2 >= records || (divided * 10 >= records * 9 && longestField <= 40);
        }
    }

    private DialectDetector() {}

    /// The division of a sample that ends with a whole line; empty where it is no table.
    public static Optional<Guess> detect(String sample) {
        char quote = quote(sample);
        Division best = null;
        for (char delimiter : DELIMITERS) {
            var division = divide(sample, delimiter, quote);
            if (division.columns() > 1 && division.isTable() && (best == null || division.score() > best.score())) {
                best = division;
            }
        }
        return best == null
                ? singleColumn(sample)
                : Optional.of(new Guess(best.delimiter(), quote, best.columns()));
    }

    /// Lines that are all numbers below a name: a table of one column.
    private static Optional<Guess> singleColumn(String sample) {
        var lines = sample.lines().limit(RECORDS).toList();
        if (lines.size() < 2 || lines.getFirst().isBlank() || lines.getFirst().length() > 40) {
            return Optional.empty();
        }
        boolean numbers = lines.stream().skip(1).allMatch(line -> line.matches("\"?[+-]?\\d[\\d.,/:-]*\"?"));
        return numbers && !lines.getFirst().matches("[\\d\\s]*")
                ? Optional.of(new Guess(',', '"', 1))
                : Optional.empty();
    }

    /// An apostrophe quotes only where fields begin and end with it and none with a quotation mark.
    private static char quote(String sample) {
        int opened = 0;
        int closed = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            boolean starts = i == 0 || isBoundary(sample.charAt(i - 1));
            boolean ends = i + 1 == sample.length() || isBoundary(sample.charAt(i + 1));
            if (c == '"' && starts) {
                return '"';
            }
            if (c == '\'') {
                opened += starts ? 1 : 0;
                closed += ends ? 1 : 0;
            }
        }
        return opened >= 3 && opened == closed ? '\'' : '"';
    }

    private static boolean isBoundary(char c) {
        return c == '\n' || c == '\r' || c == ',' || c == '\t' || c == ';' || c == '|';
    }

    private static Division divide(String sample, char delimiter, char quote) {
        Map<Integer, Integer> records = new HashMap<>();
        int total = 0;
        int divided = 0;
        int fields = 1;
        int longest = 0;
        int start = 0;
        boolean quoted = false;
        boolean content = false;
        int length = sample.length();
        for (int i = 0; i <= length && total < RECORDS; i++) {
            char c = i < length ? sample.charAt(i) : '\n';
            if (quoted && i < length) {
                if (c == quote) {
                    if (i + 1 < length && sample.charAt(i + 1) == quote) {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
            } else if (c == quote && i == start) {
                quoted = true;
                content = true;
            } else if (c == delimiter) {
                fields++;
                longest = Math.max(longest, i - start);
                start = i + 1;
                content = true;
            } else if (c == '\n' || c == '\r') {
                if (content) {
                    total++;
                    divided += fields > 1 ? 1 : 0;
                    longest = Math.max(longest, i - start);
                    records.merge(fields, 1, Integer::sum);
                }
                fields = 1;
                start = i + 1;
                content = false;
                quoted = false;
            } else {
                content |= !Blanks.isBlank(c);
            }
        }
        int columns = 1;
        int modal = 0;
        for (var entry : records.entrySet()) {
            boolean more = entry.getValue() > modal || (entry.getValue() == modal && entry.getKey() > columns);
            if (entry.getKey() > 1 && more) {
                columns = entry.getKey();
                modal = entry.getValue();
            }
        }
        return new Division(delimiter, total, divided, modal, columns, longest);
    }
}
