package tw.touchstone.catalog.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.catalog.rows.RowQuery.Aggregate;
import tw.touchstone.catalog.rows.RowQuery.Filter;
import tw.touchstone.catalog.rows.RowQuery.Function;
import tw.touchstone.catalog.rows.RowQuery.Operator;
import tw.touchstone.catalog.rows.RowQuery.Order;

/// Reads questions strictly: a column that is not there, an operator that means nothing for it or a value that is not of its
/// type refuses the whole, and says which parameter it was.
public final class RowQueryReader {

    private static final int FILTERS = 30;
    private static final int LISTED = 500;
    private static final int ORDERS = 10;
    private static final int AGGREGATES = 30;
    private static final int GROUPS = 10;
    private static final int VALUE_CHARS = 4_000;

    private final RowTable table;

    public RowQueryReader(RowTable table) {
        this.table = table;
    }

    /// What a question turned out to be.
    public sealed interface Reading {
        /// It can be asked.
        record Understood(RowQuery query) implements Reading {}

        /// It cannot.
        ///
        /// @param parameter whose fault it is
        record Refused(String parameter, String reason) implements Reading {}
    }

    /// Ends the reading of a question.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final String parameter;

        Unreadable(String parameter, String reason) {
            super(reason);
            this.parameter = parameter;
        }
    }

    /// Reads a question.
    public Reading read(RowAsk ask) {
        try {
            var select = columns("select", ask.select(), table.columns().size());
            var group = columns("group", ask.group(), GROUPS);
            var aggregates = aggregates(ask.aggregate(), group);
            boolean aggregated = !aggregates.isEmpty() || !group.isEmpty();
            if (aggregated && !select.isEmpty()) {
                throw new Unreadable("select", "the columns of an aggregated answer are its groups and aggregates; leave select out");
            }
            var filters = new ArrayList<Filter>();
            for (var text : limited("filter", ask.filter(), FILTERS)) {
                filters.add(filter(text));
            }
            var order = new ArrayList<Order>();
            var names = aggregated
                    ? Stream.concat(group.stream().map(RowColumn::name), aggregates.stream().map(Aggregate::name)).toList()
                    : table.columns().stream().map(RowColumn::name).toList();
            for (var text : limited("sort", split(ask.sort(), names, true), ORDERS)) {
                order.add(order(text, names));
            }
            return new Reading.Understood(new RowQuery(
                    select, filters, order, aggregates, group, ask.limit(), ask.offset(), ask.counted()));
        } catch (Unreadable e) {
            return new Reading.Refused(e.parameter, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> limited(String parameter, List<String> values, int most) throws Unreadable {
        if (values.size() > most) {
            throw new Unreadable(parameter, "there are at most " + most + " of " + parameter);
        }
        return values;
    }

    private List<RowColumn> columns(String parameter, List<String> values, int most) throws Unreadable {
        var names = table.columns().stream().map(RowColumn::name).toList();
        var found = new ArrayList<RowColumn>();
        Set<String> seen = new HashSet<>();
        for (var name : limited(parameter, split(values, names, false), most)) {
            if (!seen.add(name)) {
                throw new Unreadable(parameter, "the column " + name + " is named twice");
            }
            found.add(column(parameter, name));
        }
        return found;
    }

    /// Values with commas between, save where a name has commas itself.
    private static List<String> split(List<String> values, List<String> names, boolean directed) {
        return values.stream()
                .flatMap(value -> names.contains(directed ? undirected(value) : value)
                        ? Stream.of(value)
                        : Stream.of(value.split(",", -1)))
                .toList();
    }

    private static String undirected(String sort) {
        return sort.endsWith(":asc") || sort.endsWith(":desc") ? sort.substring(0, sort.lastIndexOf(':')) : sort;
    }

    private RowColumn column(String parameter, String name) throws Unreadable {
        return table.column(name).orElseThrow(() -> new Unreadable(parameter, "there is no column " + shown(name) + "; " + known()));
    }

    private String known() {
        var names = table.columns().stream().limit(20).map(RowColumn::name).collect(Collectors.joining(", "));
        return "there are " + names + (table.columns().size() > 20 ? ", …" : "");
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private Order order(String text, List<String> names) throws Unreadable {
        boolean whole = names.contains(text);
        var name = whole ? text : undirected(text);
        if (!names.contains(name)) {
            throw new Unreadable("sort", "there is no column " + shown(name) + " to sort by; write column, column:asc or column:desc");
        }
        return new Order(name, !whole && text.endsWith(":desc"));
    }

    private List<Aggregate> aggregates(List<String> values, List<RowColumn> group) throws Unreadable {
        var found = new ArrayList<Aggregate>();
        Set<String> names = group.stream().map(RowColumn::name).collect(Collectors.toCollection(HashSet::new));
        for (var text : limited("aggregate", values, AGGREGATES)) {
            var aggregate = aggregate(text);
            if (!names.add(aggregate.name())) {
                throw new Unreadable("aggregate", "two columns of the answer would be called " + aggregate.name());
            }
            found.add(aggregate);
        }
        return found;
    }

    private Aggregate aggregate(String text) throws Unreadable {
        int colon = text.indexOf(':');
        var called = colon < 0 ? text : text.substring(0, colon);
        var function = constant(Function.class, called)
                .orElseThrow(() -> new Unreadable(
                        "aggregate", "there is no function " + shown(called) + "; there are count, sum, avg, min, max, distinct"));
        if (colon < 0) {
            if (function != Function.COUNT) {
                throw new Unreadable("aggregate", "write " + called + ":column");
            }
            return new Aggregate(function, List.of());
        }
        var column = column("aggregate", text.substring(colon + 1));
        boolean arithmetic = function == Function.SUM || function == Function.AVG;
        if (arithmetic && !column.type().isNumeric()) {
            throw new Unreadable(
                    "aggregate", "the column " + column.name() + " holds " + column.type().id() + " and has no " + called);
        }
        return new Aggregate(function, List.of(column));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /// The longest column that fits decides, since names may have colons.
    private Filter filter(String text) throws Unreadable {
        var column = table.columns().stream()
                .filter(each -> text.startsWith(each.name() + ":"))
                .max(Comparator.comparingInt(each -> each.name().length()))
                .orElseThrow(() -> new Unreadable(
                        "filter",
                        "the filter %s begins with no column and colon; write column:operator:value; %s"
                                .formatted(shown(text), known())));
        var rest = text.substring(column.name().length() + 1);
        int colon = rest.indexOf(':');
        var operator = colon < 0 ? rest : rest.substring(0, colon);
        return filter("filter", column, operator, colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1)));
    }

    private Filter filter(String parameter, RowColumn column, String operator, Optional<String> value) throws Unreadable {
        if (operator.equals("null")) {
            return switch (value.orElse("true")) {
                case "true" -> new Filter(column, Operator.NULL, List.of());
                case "false" -> new Filter(column, Operator.NOT_NULL, List.of());
                default -> throw new Unreadable(parameter, "null is true or false");
            };
        }
        var known = constant(Operator.class, operator)
                .filter(each -> each != Operator.NOT_NULL)
                .orElseThrow(() -> new Unreadable(
                        parameter,
                        "there is no operator %s; there are eq, ne, lt, le, gt, ge, contains, in, null".formatted(shown(operator))));
        var text = value.orElseThrow(() -> new Unreadable(parameter, "the operator " + operator + " needs a value"));
        if (known == Operator.CONTAINS && column.type() != RowType.TEXT) {
            throw new Unreadable(parameter, "the column %s holds %s; contains is for texts".formatted(column.name(), column.type().id()));
        }
        if (known != Operator.IN) {
            return new Filter(column, known, List.of(value(parameter, column, text)));
        }
        var values = new ArrayList<Object>();
        for (var each : limited(parameter, List.of(text.split(",", -1)), LISTED)) {
            values.add(value(parameter, column, each));
        }
        return new Filter(column, known, values);
    }

    private static Object value(String parameter, RowColumn column, String text) throws Unreadable {
        if (text.length() > VALUE_CHARS) {
            throw new Unreadable(parameter, "a value has at most " + VALUE_CHARS + " characters");
        }
        Optional<?> value =
                switch (column.type()) {
                    case TEXT -> Optional.of(text);
                    case INTEGER -> CellReader.integer(text).<Object>map(each -> each).or(() -> CellReader.number(text));
                    case NUMBER -> CellReader.number(text);
                    case BOOLEAN -> CellReader.bool(text);
                    case DATE -> CellReader.day(text);
                    case DATE_TIME -> CellReader.moment(text).or(() -> CellReader.day(text).map(day -> day.atStartOfDay()));
                };
        return value.orElseThrow(() -> new Unreadable(
                parameter, "%s is no %s, which the column %s holds".formatted(shown(text), column.type().id(), column.name())));
    }
}
