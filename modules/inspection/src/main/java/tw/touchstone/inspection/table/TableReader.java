package tw.touchstone.inspection.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Dialect;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.GeoProfile;

/// Reads delimited text into profiles of its tables, in one pass and constant memory.
public final class TableReader {

    /// Tables and how much of them was read.
    ///
    /// @param geo where the positions of the first table with coordinates lie
    public record Read(Content.Tables content, Extent extent, Optional<GeoProfile> geo) {}

    private TableReader() {}

    /// Reads the tables of a text. Places that are exact have offsets that count characters; [LocatedTables] makes bytes
    /// of them.
    ///
    /// @param expectedChars how long the text is about, at least
    /// @param sink          takes the rows
    public static Read read(Reader text, Division division, int expectedChars, RowSink sink) throws IOException {
        var assembler = new TableAssembler("", Dialect.NONE, sink);
        assembler.width(division.columns());
        var broken = new AnomalyCounter();
        var scanner = new RowScanner(text, division, broken, expectedChars);
        scanner.scan(row -> {
            // What the scanner met in the row belongs to the table that the row belongs to.
            broken.moveTo(assembler.anomalies());
            assembler.add(row);
            return true;
        });
        // Only what stands in the bytes is stated.
        char delimiter = scanner.anyDivided() ? division.delimiter() : '\0';
        char quote = scanner.anyQuoted() ? division.quote() : '\0';
        char escape = scanner.anyQuoted() ? division.escape() : '\0';
        assembler.dialect(new Dialect(
                delimiter, quote, escape, division.comment(), scanner.lineEnds().name()));
        scanner.lineEnds().describe(broken);
        broken.moveTo(assembler.anomalies());
        var tables = assembler.finish();
        Extent extent = scanner.capped() ? new Extent.Partial("row-chars", TableCaps.ROW_CHARS) : new Extent.Whole();
        return new Read(new Content.Tables(tables), assembler.cap().<Extent>map(cap -> cap).orElse(extent), assembler.geo());
    }
}
