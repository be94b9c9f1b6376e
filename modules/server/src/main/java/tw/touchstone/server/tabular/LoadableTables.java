package tw.touchstone.server.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.rows.RowColumn;
import tw.touchstone.catalog.rows.RowOutcome;
import tw.touchstone.catalog.rows.RowQuery;
import tw.touchstone.catalog.rows.RowTable;
import tw.touchstone.catalog.rows.RowWriter;
import tw.touchstone.catalog.rows.Rows;
import tw.touchstone.catalog.rows.SeenTable;
import tw.touchstone.catalog.rows.TableState;
import tw.touchstone.exchange.tabular.DescribedTable;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.Iris;
import tw.touchstone.model.fact.ColumnProfile;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.rows.KeptTables;
import tw.touchstone.server.rows.SeenFiles;

/// Finds the tables of a dataset that can really be loaded: their first rows are read here and now.
@Component
class LoadableTables {

    private static final int SAMPLES = 5;

    private final KeptTables kept;
    private final SeenFiles files;
    private final Rows rows;
    private final Iris iris;

    LoadableTables(Catalog catalog, KeptTables kept, SeenFiles files) {
        this.kept = kept;
        this.files = files;
        this.rows = catalog.rows();
        this.iris = catalog.settings().iris();
    }

    /// The tables of every distribution, in their order.
    List<DescribedTable> of(Dataset dataset, boolean samples) {
        return dataset.distributions().stream().flatMap(each -> of(each, samples).stream()).toList();
    }

    /// The tables of one distribution.
    ///
    /// @param samples whether the first rows are wanted
    List<DescribedTable> of(Distribution distribution, boolean samples) {
        var ready = kept.states(distribution).orElse(List.of()).stream()
                .flatMap(state -> state instanceof TableState.Ready(var table) ? Optional.of(table).stream() : Optional.<RowTable>empty().stream())
                .toList();
        if (ready.isEmpty()) {
            return List.of();
        }
        var seen = files.facts(distribution).map(SeenTable::of).orElse(List.of());
        return ready.stream()
                .map(table -> described(distribution, table, seen, samples ? samples(table) : List.of()))
                .toList();
    }

    /// Whether the rows of some table are still being made.
    boolean isWaiting(Dataset dataset) {
        return dataset.distributions().stream()
                .anyMatch(each -> kept.file(each).isPresent() && kept.states(each).isEmpty());
    }

    private DescribedTable described(
            Distribution distribution, RowTable table, List<SeenTable> seen, List<Map<String, Object>> samples) {
        var profiles = seen.stream()
                .filter(each -> each.number() == table.number())
                .findFirst()
                .map(SeenTable::columns)
                .orElse(List.of());
        var columns = new ArrayList<DescribedTable.Column>();
        for (int i = 0; i < table.columns().size(); i++) {
            var profile = i < profiles.size() ? Optional.of(profiles.get(i).profile()) : Optional.<ColumnProfile>empty();
            columns.add(column(distribution, table, table.columns().get(i), profile));
        }
        var address = iris.distribution(distribution.id()) + "/rows";
        var query = table.number() == 1 ? "" : "?table=" + table.number();
        return new DescribedTable(
                distribution,
                table.number(),
                table.name().isEmpty() ? table.part() : table.name(),
                table.rows(),
                java.net.URI.create(address + ".parquet" + query),
                java.net.URI.create(address + ".csv" + query),
                table.size(),
                table.digest(),
                columns,
                samples);
    }

    private static DescribedTable.Column column(
            Distribution distribution, RowTable table, RowColumn column, Optional<ColumnProfile> profile) {
        Optional<FieldDescription> declared = distribution.fields().stream()
                .filter(field -> field.name().strip().equals(column.name()))
                .findFirst();
        return new DescribedTable.Column(
                column.name(),
                switch (column.type()) {
                    case INTEGER -> DescribedTable.Type.INTEGER;
                    case NUMBER -> DescribedTable.Type.NUMBER;
                    case BOOLEAN -> DescribedTable.Type.BOOLEAN;
                    case DATE -> DescribedTable.Type.DATE;
                    case DATE_TIME -> DescribedTable.Type.DATE_TIME;
                    case TEXT -> DescribedTable.Type.TEXT;
                },
                declared,
                profile.flatMap(ColumnProfile::unit),
                table.complete() && profile.filter(each -> each.blank() == 0 && each.filled() == table.rows()).isPresent(),
                table.complete() && profile.flatMap(ColumnProfile::unique).orElse(false));
    }

    private List<Map<String, Object>> samples(RowTable table) {
        var collected = new ArrayList<Map<String, Object>>();
        var all = RowQuery.all(SAMPLES);
        var uncounted = new RowQuery(
                all.select(), all.filters(), all.order(), all.aggregates(), all.group(), all.limit(), all.offset(), false);
        return switch (rows.ask(table, uncounted, _ -> new Collecting(collected))) {
            case RowOutcome.Answered answered -> {
                close(answered);
                yield collected;
            }
            case RowOutcome.TooDear(var limit, var reason) ->
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "the first record cannot be read: " + reason).with("limit", limit);
            case RowOutcome.Busy _ ->
                throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "others are asking for rows; ask again in some seconds")
                        .header("Retry-After", "3");
        };
    }

    private static void close(RowOutcome.Answered answered) {
        try {
            answered.answer().close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Keeps rows as JSON values.
    private static final class Collecting implements RowWriter {
        private final List<Map<String, Object>> into;
        private List<String> names = List.of();

        Collecting(List<Map<String, Object>> into) {
            this.into = into;
        }

        @Override
        public void begin(List<String> columns, long total) {
            names = List.copyOf(columns);
        }

        @Override
        public void row(List<? extends @Nullable Object> values) {
            var row = new LinkedHashMap<String, Object>();
            for (int i = 0; i < names.size(); i++) {
                var value = values.get(i);
                if (value != null) {
                    row.put(names.get(i), json(value));
                }
            }
            into.add(row);
        }

        private static Object json(Object value) {
            return switch (value) {
                case Double number -> BigDecimal.valueOf(number);
                case LocalDate day -> day.toString();
                case LocalDateTime moment -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
                default -> value;
            };
        }

        @Override
        public void end(long rows) {
            // The rows are all there is to keep.
        }
    }
}
