package tw.touchstone.server.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.rows.RowOutcome;
import tw.touchstone.catalog.rows.RowQuery;
import tw.touchstone.catalog.rows.RowTable;
import tw.touchstone.catalog.rows.RowType;
import tw.touchstone.catalog.rows.RowWriter;
import tw.touchstone.catalog.rows.Rows;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.rows.AskedRows;
import tw.touchstone.server.rows.KeptTables;
import tw.touchstone.server.rows.RowValues;
import tw.touchstone.server.signin.SignedIn;

/// Reads rows of a distribution whose file is kept here.
@Component
class RowsTool implements CatalogueTool {

    private static final int USUAL = 50;
    private static final int MOST = 1_000;
    private static final int MOST_CHARACTERS = 300_000;

    private final KeptTables tables;
    private final Rows rows;
    private final Sources sources;

    RowsTool(Catalog catalog, KeptTables tables, Sources sources) {
        this.tables = tables;
        this.rows = catalog.rows();
        this.sources = sources;
    }

    /// Rows.
    ///
    /// @param complete whether the table is all of what stands in the file
    /// @param rows     as objects by the names of the columns
    /// @param total    how many there would be without a limit; absent where it was not counted
    /// @param next     offset at which they go on; absent at the end
    record Given(
            String distribution,
            int table,
            boolean complete,
            List<Column> columns,
            List<Map<String, Object>> rows,
            Optional<Long> total,
            Optional<Long> next,
            Source source) {}

    /// A column of the answer.
    record Column(String name, Optional<String> type) {}

    @Override
    public String name() {
        return "query_rows";
    }

    @Override
    public String title() {
        return "Query rows";
    }

    @Override
    public String description() {
        return "Rows of a distribution whose file is kept here (get_dataset says so): columns selected, rows filtered, sorted, "
                + "grouped and aggregated, page by page. Let it count and sum up instead of reading every row.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none()
                .required("id", "identifier of a distribution, such as 41568-1")
                .number("table", 1, Integer.MAX_VALUE, "number of the table, as profile_columns counts them; else the first with rows")
                .texts("select", "names of columns; all where it is left out")
                .texts("filter", "each column:operator:value; operators are eq, ne, lt, le, gt, ge, contains, in (values with commas), null")
                .texts("sort", "each column, column:asc or column:desc")
                .texts("aggregate", "count, or count, sum, avg, min, max or distinct with :column; answers columns called like sum(column)")
                .texts("group", "columns whose values make the groups of the aggregates")
                .number("limit", 0, MOST, "how many rows; " + USUAL + " where it is left out")
                .number("offset", 0, 1_000_000_000L, "how many rows to leave out first")
                .flag("total", "false saves counting");
    }

    @Override
    public Class<? extends Record> output() {
        return Given.class;
    }

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var found = tables.distribution(arguments.required("id"));
        var parameters = arguments.parameters();
        var table = tables.require(found.distribution(), parameters.number("table", 1, Integer.MAX_VALUE));
        var query = AskedRows.query(table, parameters, USUAL, MOST);
        var collected = new Collected();
        long total;
        switch (rows.ask(table, query, _ -> collected)) {
            case RowOutcome.Answered answered -> {
                total = answered.total();
                close(answered);
            }
            case RowOutcome none -> throw AskedRows.refused(none);
        }
        if (collected.characters > MOST_CHARACTERS) {
            throw Problem.badField(
                    "limit",
                    "these rows have more than %,d characters: select fewer columns or lower limit".formatted(MOST_CHARACTERS));
        }
        var source = sources.of(found.dataset(), found.distribution());
        var words = "%,d rows%s. %s"
                .formatted(
                        collected.rows.size(),
                        total >= 0 ? " of " + String.format("%,d", total) : "",
                        source.words());
        return new Answer(words, given(found.distribution().id().toString(), table, query, collected, total, source));
    }

    private static Given given(
            String distribution, RowTable table, RowQuery query, Collected collected, long total, Source source) {
        long end = query.offset() + collected.rows.size();
        boolean more = !collected.rows.isEmpty()
                && (total >= 0 ? end < total : collected.rows.size() == query.limit());
        return new Given(
                distribution,
                table.number(),
                table.complete(),
                collected.names.stream()
                        .map(name -> new Column(name, AskedRows.type(table, query, name).map(RowType::id)))
                        .toList(),
                collected.rows,
                total >= 0 ? Optional.of(total) : Optional.empty(),
                more ? Optional.of(end) : Optional.empty(),
                source);
    }

    private static void close(RowOutcome.Answered answered) {
        try {
            answered.answer().close();
        } catch (IOException e) {
            throw Problem.of(HttpStatus.INSUFFICIENT_STORAGE, "the catalogue could not use its disk");
        }
    }

    /// Keeps rows as they come, up to a number of characters; of what comes after only counts that it was too much.
    private static final class Collected implements RowWriter {

        private final List<Map<String, Object>> rows = new ArrayList<>();
        private List<String> names = List.of();
        private long characters;

        @Override
        public void begin(List<String> columns, long total) {
            names = List.copyOf(columns);
        }

        @Override
        @SuppressWarnings("NullAway") // An empty cell is null in JSON as well.
        public void row(List<? extends @Nullable Object> values) {
            if (characters > MOST_CHARACTERS) {
                return;
            }
            var row = new LinkedHashMap<String, Object>();
            for (int i = 0; i < names.size(); i++) {
                var value = RowValues.plain(values.get(i));
                characters += names.get(i).length() + String.valueOf(value).length();
                row.put(names.get(i), value);
            }
            rows.add(row);
        }

        @Override
        public void end(long given) {
            // The list has no end mark.
        }
    }
}
