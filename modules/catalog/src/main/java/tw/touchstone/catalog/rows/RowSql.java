package tw.touchstone.catalog.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.catalog.rows.RowQuery.Aggregate;
import tw.touchstone.catalog.rows.RowQuery.Filter;
import tw.touchstone.catalog.rows.RowQuery.Order;

/// A question as SQL: names are quoted names of columns that exist, values are bound.
///
/// @param text   with `?` for each value
/// @param values in the order of the question marks
record RowSql(String text, List<Object> values) {

    /// The view of the engine that has the rows, and the place of each in the file.
    static final String ROWS = "rows";

    static final String PLACE = "file_row_number";

    RowSql {
        values = List.copyOf(values);
    }

    /// The rows that are asked for.
    static RowSql rows(RowQuery query) {
        var values = new ArrayList<Object>();
        var where = where(query, values);
        var paging = " LIMIT " + query.limit() + " OFFSET " + query.offset();
        if (query.isAggregated()) {
            var order = Stream.concat(
                            query.order().stream().map(RowSql::order),
                            query.group().stream().map(each -> DuckDb.name(each.name()) + " ASC NULLS LAST"))
                    .toList();
            return new RowSql(
                    "SELECT " + computed(query) + " FROM " + ROWS + where + grouping(query)
                            + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order)) + paging,
                    values);
        }
        var columns = query.select().isEmpty()
                ? "* EXCLUDE (" + PLACE + ")"
                : query.select().stream().map(each -> DuckDb.name(each.name())).collect(Collectors.joining(", "));
        if (query.order().isEmpty()) {
            return new RowSql("SELECT " + columns + " FROM " + ROWS + where + paging, values);
        }
        var order = query.order().stream().map(RowSql::order).collect(Collectors.joining(", ")) + ", " + PLACE;
        return new RowSql("SELECT " + columns + " FROM " + ROWS + where + " ORDER BY " + order + paging, values);
    }

    /// How many there are.
    static RowSql total(RowQuery query) {
        var values = new ArrayList<Object>();
        var where = where(query, values);
        var text = query.isAggregated()
                ? "SELECT count(*) FROM (SELECT " + computed(query) + " FROM " + ROWS + where + grouping(query) + ")"
                : "SELECT count(*) FROM " + ROWS + where;
        return new RowSql(text, values);
    }

    private static String computed(RowQuery query) {
        return Stream.concat(
                        query.group().stream().map(each -> DuckDb.name(each.name())),
                        query.aggregates().stream().map(each -> call(each) + " AS " + DuckDb.name(each.name())))
                .collect(Collectors.joining(", "));
    }

    private static String call(Aggregate aggregate) {
        var of = aggregate.column().stream().map(each -> DuckDb.name(each.name())).findFirst().orElse("*");
        return switch (aggregate.function()) {
            case COUNT -> "count(" + of + ")";
            case SUM -> "sum(" + of + ")";
            case AVG -> "avg(" + of + ")";
            case MIN -> "min(" + of + ")";
            case MAX -> "max(" + of + ")";
            case DISTINCT -> "count(DISTINCT " + of + ")";
        };
    }

    private static String grouping(RowQuery query) {
        return query.group().isEmpty()
                ? ""
                : query.group().stream().map(each -> DuckDb.name(each.name())).collect(Collectors.joining(", ", " GROUP BY ", ""));
    }

    private static String order(Order order) {
        return DuckDb.name(order.name()) + (order.descending() ? " DESC NULLS LAST" : " ASC NULLS LAST");
    }

    private static String where(RowQuery query, List<Object> values) {
        return query.filters().isEmpty()
                ? ""
                : query.filters().stream().map(each -> condition(each, values)).collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private static String condition(Filter filter, List<Object> values) {
        var column = DuckDb.name(filter.column().name());
        values.addAll(filter.values());
        return switch (filter.operator()) {
            case NULL -> column + " IS NULL";
            case NOT_NULL -> column + " IS NOT NULL";
            case CONTAINS -> "contains(" + column + ", ?)";
            case IN -> column + filter.values().stream().map(_ -> "?").collect(Collectors.joining(", ", " IN (", ")"));
            case EQ, NE, LT, LE, GT, GE -> column + " " + filter.operator().sql() + " ?";
        };
    }
}
