package tw.touchstone.inspection.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds how a text is divided: the delimiter with which most records have the same number of fields.
public final class DialectDetector {

    private static final char[] DELIMITERS = {',', '\t', ';', '|'};
    private static final int RECORDS = 500;
    private static final int SHORT_FIELD = 40;

    private static final Pattern NUMBER_LINE = Pattern.compile("\"?[+-]?\\d[\\d.,/:-]*\"?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");
    private static final Pattern DIGITS = Pattern.compile("[\\d\\s]*");

    /// What one delimiter makes of the sample.
    ///
    /// @param records counted
    /// @param divided with more than one field
    /// @param modal   with the most frequent number of fields above one
    /// @param columns that number
    /// @param numbers fields that begin with a digit or a sign
    private record Trial(Division division, int records, int divided, int modal, int columns, int longest, int fields, int numbers) {

        double consistency() {
            return records == 0 ? 0 : (double) modal / records;
        }

        /// More fields that fit as well are no accident.
        double score() {
            return consistency() * (1 + StrictMath.log(columns));
        }

        boolean isTable() {
            if (columns < 2) {
                return false;
            }
            if (records == 1) {
                return columns > 2 && longest <= SHORT_FIELD;
            }
            return modal * 2 >= records || (divided * 10 >= records * 9 && longest <= SHORT_FIELD);
        }

        /// Blanks and colons also stand in prose, so they must divide all lines alike.
        boolean isRegular() {
            return records >= 3 && columns >= 2 && modal == records && longest <= SHORT_FIELD;
        }

        Division found() {
            return new Division(
                    division.delimiter(), division.quote(), division.escape(), division.comment(), columns, division.gap());
        }
    }

    private DialectDetector() {}

    /// The division of a sample that ends with a whole line; empty where it is no table.
    public static Optional<Division> detect(String sample) {
        char quote = quote(sample);
        char escape = escape(sample, quote);
        char comment = comment(sample);
        Trial best = null;
        for (char delimiter : DELIMITERS) {
            var trial = divide(sample, new Division(delimiter, quote, escape, comment, 1, 1));
            if (trial.isTable() && (best == null || trial.score() > best.score())) {
                best = trial;
            }
        }
        if (best != null) {
            return Optional.of(best.found());
        }
        var single = singleColumn(sample);
        return single.isPresent() ? single : unusual(sample, quote, escape, comment);
    }

    private static Optional<Division> unusual(String sample, char quote, char escape, char comment) {
        var colon = divide(sample, new Division(':', quote, escape, comment, 1, 1));
        if (colon.isRegular() && colon.columns() >= 3) {
            return Optional.of(colon.found());
        }
        var aligned = divide(sample, new Division(' ', quote, escape, comment, 1, 2));
        if (aligned.isRegular()) {
            return Optional.of(aligned.found());
        }
        var blank = divide(sample, new Division(' ', quote, escape, comment, 1, 1));
        return blank.isRegular() && blank.columns() >= 3 && blank.numbers() * 2 > blank.fields()
                ? Optional.of(blank.found())
                : Optional.empty();
    }

    /// Lines that are all numbers or blank below a name: a table of one column. Where all are blank, the name must be one.
    private static Optional<Division> singleColumn(String sample) {
        var lines = sample.lines().limit(RECORDS).toList();
        if (lines.size() < 2 || lines.getFirst().isBlank() || lines.getFirst().length() > SHORT_FIELD) {
            return Optional.empty();
        }
        var values = lines.stream().skip(1).filter(line -> !line.isBlank()).toList();
        boolean numbers = values.isEmpty()
                ? NAME.matcher(lines.getFirst()).matches()
                : values.stream().allMatch(line -> NUMBER_LINE.matcher(line).matches());
        return numbers && !DIGITS.matcher(lines.getFirst()).matches()
                ? Optional.of(Division.of(',', '"'))
                : Optional.empty();
    }

    /// An apostrophe quotes only where fields begin and end with it and none with a quotation mark.
    private static char quote(String sample) {
        int opened = 0;
        int closed = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c != '"' && c != '\'') {
                continue;
            }
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

    /// A backslash escapes where quotes stand behind it that do not end a field, and none is doubled.
    private static char escape(String sample, char quote) {
        boolean escaped = false;
        for (int i = sample.indexOf('\\'); i >= 0 && i + 2 < sample.length(); i = sample.indexOf('\\', i + 2)) {
            escaped |= sample.charAt(i + 1) == quote && !isBoundary(sample.charAt(i + 2));
        }
        if (!escaped) {
            return '\0';
        }
        for (int i = sample.indexOf(quote); i > 0 && i + 2 < sample.length(); i = sample.indexOf(quote, i + 1)) {
            boolean inside = !isBoundary(sample.charAt(i - 1)) && sample.charAt(i - 1) != '\\' && sample.charAt(i - 1) != quote;
            if (inside && sample.charAt(i + 1) == quote && !isBoundary(sample.charAt(i + 2))) {
                return '\0';
            }
        }
        return '\\';
    }

    /// `#` begins comments where several lines or the first ones begin with it and a blank or no name, and others do not.
    private static char comment(String sample) {
        long comments = sample.lines()
                .limit(RECORDS)
                .filter(line -> line.startsWith("# ") || line.startsWith("##") || line.equals("#"))
                .count();
        long others = sample.lines().limit(RECORDS).filter(line -> !line.startsWith("#")).count();
        return comments > 0 && others > 0 ? '#' : '\0';
    }

    private static boolean isBoundary(char c) {
        return c == '\n' || c == '\r' || c == ',' || c == '\t' || c == ';' || c == '|';
    }

    private static final class Counts {
        final Map<Integer, Integer> records = new HashMap<>();
        int total;
        int divided;
        int longest;
        int fields;
        int numbers;

        boolean take(Row row) {
            if (TableProfiler.filled(row) == 0 && row.fields() == 1) {
                return true;
            }
            total++;
            divided += row.fields() > 1 ? 1 : 0;
            records.merge(row.fields(), 1, Integer::sum);
            for (int i = 0; i < row.kept(); i++) {
                int length = row.end(i) - row.start(i);
                longest = Math.max(longest, length);
                fields++;
                char first = length == 0 ? ' ' : row.text()[row.start(i)];
                numbers += (first >= '0' && first <= '9') || first == '-' ? 1 : 0;
            }
            return total < RECORDS;
        }
    }

    private static Trial divide(String sample, Division division) {
        var counts = new Counts();
        try {
            new RowScanner(new StringReader(sample), division, new AnomalyCounter(), sample.length()).scan(counts::take);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        int columns = 1;
        int modal = 0;
        for (var entry : counts.records.entrySet()) {
            boolean more = entry.getValue() > modal || (entry.getValue() == modal && entry.getKey() > columns);
            if (entry.getKey() > 1 && more) {
                columns = entry.getKey();
                modal = entry.getValue();
            }
        }
        return new Trial(
                division, counts.total, counts.divided, modal, columns, counts.longest, counts.fields, counts.numbers);
    }

    /// The delimiter's name in English.
    public static String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> "comma";
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case ' ' -> "blanks";
            default -> "'" + delimiter + "'";
        };
    }
}
