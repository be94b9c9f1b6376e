package tw.touchstone.server.rows;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tw.touchstone.catalog.rows.RowAsk;
import tw.touchstone.catalog.rows.RowColumn;
import tw.touchstone.catalog.rows.RowOutcome;
import tw.touchstone.catalog.rows.RowQuery;
import tw.touchstone.catalog.rows.RowQueryReader;
import tw.touchstone.catalog.rows.RowTable;
import tw.touchstone.catalog.rows.RowType;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;

/// Reads questions to the rows of a table by the names that docs/rows.md gives their parts, and says why one has no answer.
public final class AskedRows {

    private static final long FARTHEST = 1_000_000_000_000L;

    private AskedRows() {}

    /// The question in `select`, `filter`, `sort`, `aggregate`, `group`, `limit`, `offset` and `total`.
    ///
    /// @param usual rows where nobody says how many
    /// @param most  rows that may be asked for
    /// @throws Problem 400 naming the one that cannot be understood
    public static RowQuery query(RowTable table, Parameters parameters, long usual, long most) {
        var ask = new RowAsk(
                parameters.all("select"),
                parameters.all("filter"),
                parameters.all("sort"),
                parameters.all("aggregate"),
                parameters.all("group"),
                parameters.number("limit", 0, most).orElse(usual),
                parameters.number("offset", 0, FARTHEST).orElse(0L),
                counted(parameters.one("total")));
        return switch (new RowQueryReader(table).read(ask)) {
            case RowQueryReader.Reading.Understood(var query) -> query;
            case RowQueryReader.Reading.Refused(var parameter, var reason) -> throw Problem.badField(parameter, reason);
        };
    }

    private static boolean counted(Optional<String> total) {
        return switch (total.orElse("true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.badField("total", "total is true or false");
        };
    }

    /// The type of a column of the answer.
    public static Optional<RowType> type(RowTable table, RowQuery query, String name) {
        return query.aggregates().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> switch (each.function()) {
                    case COUNT, DISTINCT -> RowType.INTEGER;
                    case AVG -> RowType.NUMBER;
                    case SUM, MIN, MAX -> each.column().getFirst().type();
                })
                .or(() -> table.column(name).map(RowColumn::type));
    }

    /// Why a question was not answered.
    ///
    /// @throws IllegalStateException if it was
    public static Problem refused(RowOutcome outcome) {
        return switch (outcome) {
            case RowOutcome.TooDear(var limit, var reason) ->
                Problem.of(limit.equals("answer") ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.SERVICE_UNAVAILABLE, reason)
                        .with("limit", limit);
            case RowOutcome.Busy _ ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "other questions are running; ask again in some seconds")
                        .header(HttpHeaders.RETRY_AFTER, "3");
            case RowOutcome.Answered _ -> throw new IllegalStateException("what was answered is not refused");
        };
    }
}
