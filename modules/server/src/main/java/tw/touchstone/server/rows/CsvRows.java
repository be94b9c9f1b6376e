package tw.touchstone.server.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.touchstone.catalog.rows.RowWriter;
import tw.touchstone.catalog.sheets.CsvText;

/// An answer as CSV in UTF-8 (RFC 4180), in which no text can become a formula.
final class CsvRows implements RowWriter {

    private final OutputStream out;

    CsvRows(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(List<String> columns, long total) throws IOException {
        line(CsvText.row(columns));
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        var cells = new ArrayList<String>(values.size());
        for (var value : values) {
            var text = RowValues.text(value);
            cells.add(value instanceof Number ? text : CsvText.cell(text));
        }
        line(CsvText.ready(cells));
    }

    @Override
    public void end(long rows) {
        // A table has no end mark.
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
