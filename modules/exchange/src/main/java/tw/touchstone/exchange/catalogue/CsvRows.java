package tw.touchstone.exchange.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/// The rows of a CSV file with a header.
final class CsvRows implements RawRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private static final int MAX_COLUMNS = 1_000;

    private final RowCutter cutter;
    private final List<String> header;

    CsvRows(Reader in, Limits limits) throws IOException {
        cutter = new RowCutter(in, limits);
        header = header();
    }

    /// The column names; empty where the file has no readable header.
    List<String> columns() {
        return header;
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        if (cutter.exhausted()) {
            return Optional.empty();
        }
        return cutter.next().map(this::read);
    }

    private RawRow read(RowCutter.Cut cut) {
        if (cutter.exhausted()) {
            return new RawRow.Broken(cut.line(), "too many quotes are opened and never closed");
        }
        if (cut.fault().isPresent()) {
            return new RawRow.Unreadable(cut.line(), cut.fault().get());
        }
        List<String> fields;
        try {
            fields = fields(cut.text());
        } catch (IOException malformed) {
            return new RawRow.Unreadable(cut.line(), "not valid CSV: text follows a closing quote");
        }
        return named(cut.line(), fields);
    }

    private RawRow named(long line, List<String> fields) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), i < fields.size() ? FormulaGuard.bare(fields.get(i)) : "");
        }
        if (fields.size() == header.size()) {
            return new RawRow.Read(line, values, Optional.empty());
        }
        var ragged = "%d fields under %d column names".formatted(fields.size(), header.size());
        boolean extraText = fields.stream().skip(header.size()).anyMatch(field -> !field.isBlank());
        return extraText
                ? new RawRow.Unreadable(line, ragged)
                : new RawRow.Read(line, values, Optional.of(ragged));
    }

    private List<String> header() throws IOException {
        var first = cutter.next();
        if (first.isEmpty() || first.get().fault().isPresent()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        try {
            var fields = fields(first.get().text());
            if (fields.size() > MAX_COLUMNS) {
                return List.of();
            }
            for (var field : fields) {
                var name = field.strip();
                names.add(name.isEmpty() || names.contains(name) ? name + "#" + (names.size() + 1) : name);
            }
        } catch (IOException malformed) {
            return List.of();
        }
        return names;
    }

    private static List<String> fields(String row) throws IOException {
        try (var parser = FORMAT.parse(new StringReader(row))) {
            var records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.getFirst().toList();
        } catch (UncheckedIOException malformed) {
            throw new IOException(malformed);
        }
    }
}
