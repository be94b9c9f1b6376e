package tw.touchstone.server.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.rows.RowWriter;

/// An answer as a JSON object on each line.
final class NdjsonRows implements RowWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonGenerator json;
    private final OutputStream out;
    private List<String> names = List.of();

    NdjsonRows(OutputStream out) {
        this.out = out;
        this.json = JSON.writer().with(new MinimalPrettyPrinter("\n")).createGenerator(out);
    }

    @Override
    public void begin(List<String> columns, long total) {
        names = List.copyOf(columns);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            json.writeName(names.get(i));
            RowValues.write(json, values.get(i));
        }
        json.writeEndObject();
    }

    @Override
    public void end(long rows) throws IOException {
        json.close();
        if (rows > 0) {
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
