package tw.touchstone.catalog.rows;

import java.util.List;

/// A question to the rows of one table, every name in it a column of the table and every value of its column's type. Read
/// by [RowQueryReader]; nothing else in it ever becomes SQL.
///
/// @param select     columns of the answer; all where it is empty and nothing is aggregated
/// @param filters    all of which a row must pass
/// @param order      first the most important; rows that are equal in it stay in the order of the file
/// @param aggregates what is computed; where there are any or groups, the answer has one row for each group
/// @param group      columns whose values make the groups
/// @param limit      of rows, 0 for none but the total
/// @param counted    whether the total is wanted
public record RowQuery(
        List<RowColumn> select,
        List<Filter> filters,
        List<Order> order,
        List<Aggregate> aggregates,
        List<RowColumn> group,
        long limit,
        long offset,
        boolean counted) {

    public RowQuery {
        select = List.copyOf(select);
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        aggregates = List.copyOf(aggregates);
        group = List.copyOf(group);
    }

    /// All rows from the first.
    public static RowQuery all(long limit) {
        return new RowQuery(List.of(), List.of(), List.of(), List.of(), List.of(), limit, 0, true);
    }

    /// Whether rows are computed from rows.
    public boolean isAggregated() {
        return !aggregates.isEmpty() || !group.isEmpty();
    }

    /// The same question for another part of the answer.
    public RowQuery page(long limit, long offset) {
        return new RowQuery(select, filters, order, aggregates, group, limit, offset, counted);
    }

    /// What a row must be like.
    ///
    /// @param values one for most operators, none for [Operator#NULL] and [Operator#NOT_NULL], one or more for [Operator#IN]
    public record Filter(RowColumn column, Operator operator, List<Object> values) {
        public Filter {
            values = List.copyOf(values);
        }
    }

    /// How a value is compared.
    public enum Operator {
        EQ("="),
        NE("IS DISTINCT FROM"),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">="),
        CONTAINS(""),
        IN(""),
        NULL(""),
        NOT_NULL("");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /// A column of the answer to sort by.
    ///
    /// @param name of a column of the table, or of an aggregate
    public record Order(String name, boolean descending) {}

    /// A computed column.
    ///
    /// @param column empty for [Function#COUNT] of rows
    public record Aggregate(Function function, List<RowColumn> column) {
        public Aggregate {
            column = List.copyOf(column);
        }

        /// The name of the computed column, for example `sum(amount)`.
        public String name() {
            var called = function.name().toLowerCase(java.util.Locale.ROOT);
            return column.isEmpty() ? called : called + "(" + column.getFirst().name() + ")";
        }
    }

    /// What is computed of the values of a group.
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX,
        DISTINCT
    }
}
