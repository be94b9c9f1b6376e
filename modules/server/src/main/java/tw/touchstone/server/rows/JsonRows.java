package tw.touchstone.server.rows;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.rows.RowQuery;
import tw.touchstone.catalog.rows.RowTable;
import tw.touchstone.catalog.rows.RowWriter;
import tw.touchstone.model.DistributionId;

/// An answer as one JSON document: what was asked, the columns, the rows as objects, and where it goes on.
final class JsonRows implements RowWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonGenerator json;
    private final DistributionId distribution;
    private final RowTable table;
    private final RowQuery query;
    private final NextRows next;
    private List<String> names = List.of();
    private long total = -1;

    JsonRows(OutputStream out, DistributionId distribution, RowTable table, RowQuery query, NextRows next) {
        this.json = JSON.createGenerator(out);
        this.distribution = distribution;
        this.table = table;
        this.query = query;
        this.next = next;
    }

    @Override
    public void begin(List<String> columns, long all) {
        names = List.copyOf(columns);
        total = all;
        json.writeStartObject();
        json.writeStringProperty("distribution", distribution.toString());
        json.writeNumberProperty("table", table.number());
        json.writeStringProperty("file", table.file().hex());
        json.writeBooleanProperty("complete", table.complete());
        json.writeName("columns");
        json.writeStartArray();
        for (var name : names) {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            AskedRows.type(table, query, name).ifPresent(type -> json.writeStringProperty("type", type.id()));
            if (!query.isAggregated()) {
                table.column(name).ifPresent(column -> json.writeStringProperty(
                        "seen", column.seen().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("rows");
        json.writeStartArray();
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
    public void end(long rows) {
        json.writeEndArray();
        if (total >= 0) {
            json.writeNumberProperty("total", total);
        }
        json.writeNumberProperty("limit", query.limit());
        json.writeNumberProperty("offset", query.offset());
        next.after(total, rows).ifPresent(url -> json.writeStringProperty("next", url));
        json.writeEndObject();
        json.close();
    }
}
