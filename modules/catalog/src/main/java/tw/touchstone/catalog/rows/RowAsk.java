package tw.touchstone.catalog.rows;

import java.util.List;

/// A question as somebody wrote it, not read yet. Each list holds the values of a parameter of that name.
///
/// @param select    columns, several with commas between
/// @param filter    `column:operator:value`
/// @param sort      `column`, `column:asc` or `column:desc`
/// @param aggregate `count` or `function:column`
/// @param group     columns, likewise
public record RowAsk(
        List<String> select,
        List<String> filter,
        List<String> sort,
        List<String> aggregate,
        List<String> group,
        long limit,
        long offset,
        boolean counted) {

    public RowAsk {
        select = List.copyOf(select);
        filter = List.copyOf(filter);
        sort = List.copyOf(sort);
        aggregate = List.copyOf(aggregate);
        group = List.copyOf(group);
    }
}
