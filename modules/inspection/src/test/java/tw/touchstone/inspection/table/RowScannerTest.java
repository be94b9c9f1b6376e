package tw.touchstone.inspection.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowScannerTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20261125L);

    private static List<List<String>> scanned(Reader text, Division division) throws IOException {
        var rows = new ArrayList<List<String>>();
        new RowScanner(text, division, new AnomalyCounter(), 0).scan(row -> {
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.kept(); i++) {
                cells.add(row.cell(i));
            }
            rows.add(cells);
            return true;
        });
        return rows;
    }

    private static List<List<String>> scanned(String text) throws IOException {
        return scanned(new StringReader(text), Division.of(',', '"'));
    }

    /// Hands out a few characters at a time, so that every boundary of the buffer is met.
    private static Reader dripping(String text, Random random) {
        var in = new StringReader(text);
        return new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, Math.min(length, 1 + random.nextInt(7)));
            }

            @Override
            public void close() {
                in.close();
            }
        };
    }

    @Test
    void readsWhatAnotherLibraryWrites() throws IOException {
        var random = new Random(SEED);
        var alphabet = "ab1,\"\n\r ;臺\uD840\uDC0B";
        for (int round = 0; round < 500; round++) {
            var rows = new ArrayList<List<String>>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                var cells = new ArrayList<String>();
                for (int k = random.nextInt(5); k >= 0; k--) {
                    var cell = new StringBuilder();
                    for (int c = random.nextInt(12); c > 0; c--) {
                        cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    cells.add(cell.toString());
                }
                rows.add(cells);
            }
            var out = new StringWriter();
            try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out)) {
                rows.forEach(csv::writeRecord);
            }
            assertThat(scanned(dripping(out.toString(), random), Division.of(',', '"')))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(rows);
        }
    }

    @Test
    void agreesWithAnotherLibraryOnUnquotedText() throws IOException {
        var random = new Random(SEED);
        var alphabet = "ab1,,\n\n\r臺";
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder("x");
            for (int c = random.nextInt(80); c > 0; c--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var expected = new ArrayList<List<String>>();
            try (var csv = CsvReader.builder().skipEmptyLines(false).missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text.toString())) {
                csv.forEach((CsvRecord record) -> expected.add(record.getFields()));
            }
            assertThat(scanned(text.toString())).as("seed %d: %s", SEED, text).isEqualTo(expected);
        }
    }

    @Test
    void goesOnBehindARowThatIsLongerThanItsRoom() throws IOException {
        var text = "a,b\n" + "x".repeat(TableCaps.ROW_CHARS + 100) + ",y\n1,2\n";
        var rows = new ArrayList<Integer>();
        var scanner = new RowScanner(new StringReader(text), Division.of(',', '"'), new AnomalyCounter(), 0);
        scanner.scan(row -> {
            rows.add(row.fields());
            return true;
        });
        assertThat(rows).containsExactly(2, 2, 2);
        assertThat(scanner.capped()).isTrue();
    }

    @Test
    void readsAQuoteThatStaysOpenForLongerThanItsRoomAsText() throws IOException {
        var text = "a,b\n1,\"2\n" + "3,4\n".repeat(TableCaps.FIELD_CHARS / 4 + 10);
        assertThat(scanned(text)).hasSize(TableCaps.FIELD_CHARS / 4 + 12).contains(List.of("1", "\"2"));
    }

    @Test
    void countsNothingAsCappedInOrdinaryText() throws IOException {
        var scanner = new RowScanner(new StringReader("a,b\n1,2\n"), Division.of(',', '"'), new AnomalyCounter(), 0);
        scanner.scan(_ -> true);
        assertThat(scanner.capped()).isFalse();
    }
}
