package tw.touchstone.inspection.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.TableProfile;

/// Reads delimited text into a profile, in one pass and constant memory.
///
/// FastCSV divides the text; what it leaves open (quotes that never close) is decided here: a quote that swallows the
/// rest of a file is text, unless the file simply ends inside it.
public final class TableReader {

    private static final int SAMPLE_ROWS = 200;

    /// A quoted field may be cut off by the file's end within so many lines.
    private static final int CUT_OFF_LINES = 3;

    /// Opens the text again from its first character.
    @FunctionalInterface
    public interface Text {
        Reader open() throws IOException;
    }

    /// A table and how much of it was read.
    public record Read(Content.Tables content, Extent extent) {}

    private enum Quotes {
        MUST_CLOSE,
        MAY_STAY_OPEN,
        ARE_TEXT
    }

    private TableReader() {}

    /// Reads a table.
    ///
    /// @param sample the beginning of the text, whole lines
    public static Read read(Text text, String sample, DialectDetector.Guess guess) throws IOException {
        var header = HeaderFinder.find(sampleRows(sample, guess), guess.columns());
        var first = new Pass(text, guess, header, Quotes.MUST_CLOSE).run();
        if (first.unclosedAt().isEmpty()) {
            return first.read();
        }
        long from = first.unclosedAt().get();
        var second = new Pass(
                        text,
                        guess,
                        header,
                        first.lines() - from < CUT_OFF_LINES ? Quotes.MAY_STAY_OPEN : Quotes.ARE_TEXT)
                .run(from);
        return second.read();
    }

    private record Result(Optional<Long> unclosedAt, long lines, Read read) {}

    private static List<SampleRow> sampleRows(String sample, DialectDetector.Guess guess) {
        var rows = new ArrayList<SampleRow>();
        var collector = new RowCollector(
                row -> {
                    rows.add(SampleRow.of(row));
                    return rows.size() < SAMPLE_ROWS;
                },
                new LineEnds(Reader.nullReader()),
                false);
        try (var csv = builder(guess, Quotes.MAY_STAY_OPEN).build(collector, new StringReader(sample))) {
            for (boolean more : csv) {
                if (!more) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        return rows;
    }

    @SuppressWarnings("removal") // only the deprecated setting keeps characters after a closing quote, which we must read
    private static CsvReader.CsvReaderBuilder builder(DialectDetector.Guess guess, Quotes quotes) {
        return CsvReader.builder()
                .fieldSeparator(guess.delimiter())
                .quoteCharacter(quotes == Quotes.ARE_TEXT ? '\0' : guess.quote())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(quotes != Quotes.MUST_CLOSE)
                .maxBufferSize(TableCaps.FIELD_CHARS);
    }

    /// One reading of the whole text.
    private record Pass(Text text, DialectDetector.Guess guess, Header header, Quotes quotes) {

        Result run() throws IOException {
            return run(0);
        }

        /// @param unclosedAt line of a quote known to stay open, 0 where none is known
        Result run(long unclosedAt) throws IOException {
            var anomalies = new AnomalyCounter();
            var profiler = new TableProfiler(header, anomalies);
            if (unclosedAt > 0) {
                anomalies.add(AnomalyCode.UNCLOSED_QUOTE, unclosedAt, 0, String.valueOf(guess.quote()));
            }
            try (var lineEnds = new LineEnds(text.open())) {
                var collector = new RowCollector(
                        row -> {
                            profiler.row(row);
                            return true;
                        },
                        lineEnds, quotes == Quotes.ARE_TEXT);
                Optional<Long> unclosed = Optional.empty();
                Extent extent = new Extent.Whole();
                try (var csv = builder(guess, quotes).build(collector, lineEnds)) {
                    csv.forEach(_ -> {});
                } catch (CsvParseException e) {
                    unclosed = Optional.of(Math.max(1, collector.line()));
                    extent = new Extent.Partial("field-chars", TableCaps.FIELD_CHARS);
                }
                if (collector.capped()) {
                    extent = new Extent.Partial("columns", TableCaps.COLUMNS);
                }
                char quote = collector.anyQuoted() ? guess.quote() : '\0';
                TableProfile profile = profiler.profile("", new Dialect(guess.delimiter(), quote, lineEnds.name()));
                return new Result(
                        quotes == Quotes.MUST_CLOSE ? unclosed : Optional.empty(),
                        lineEnds.lines(),
                        new Read(new Content.Tables(List.of(profile)), extent));
            }
        }
    }
}
