package tw.touchstone.server.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.counting.CarryingOver;
import tw.touchstone.exchange.catalogue.UsageTotals;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.http.Parameters;
import tw.touchstone.server.http.Problem;

/// What an operator does with the numbers of views and downloads.
@RestController
class UsageOperations {

    private final CarryingOver carrying;

    UsageOperations(Catalog catalog, Clock clock) {
        this.carrying = new CarryingOver(catalog.store(), catalog.usage(), clock);
    }

    /// What was carried over; the parts mean what they mean in [CarryingOver.Outcome.Carried].
    ///
    /// @param text the same for people
    record Carried(
            String source,
            LocalDate asOf,
            long rows,
            long repeats,
            long datasets,
            long views,
            long downloads,
            long matched,
            List<String> unmatched,
            boolean changed,
            List<String> text) {}

    /// Takes the totals of another system over, from the table in the body.
    @PostMapping(path = "/operations/carry-usage", produces = MediaType.APPLICATION_JSON_VALUE)
    Carried carry(HttpServletRequest request) {
        var parameters = Parameters.of(request, Set.of("day", "source"));
        var day = parameters.day("day").orElseThrow(() -> Problem.badField("day", "day is missing: until when was counted?"));
        var source = parameters
                .one("source")
                .orElseThrow(() -> Problem.badField("source", "source is missing: who counted?"));
        if (request.getContentLengthLong() > UsageTotals.LARGEST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "a file has at most " + UsageTotals.LARGEST + " bytes");
        }
        return switch (carried(body(request), day, source)) {
            case CarryingOver.Outcome.Carried done -> item(done);
            case CarryingOver.Outcome.Malformed(long line, String message) ->
                throw Problem.of(HttpStatus.BAD_REQUEST, line == 0 ? message : "line " + line + ": " + message)
                        .with("line", line);
            case CarryingOver.Outcome.Refused(String field, String message) -> throw Problem.badField(field, message);
        };
    }

    private CarryingOver.Outcome carried(InputStream body, LocalDate day, String source) {
        try {
            return carrying.carry(body, day, source);
        } catch (IOException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "the file did not arrive whole");
        }
    }

    private static InputStream body(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "the file could not be received");
        }
    }

    private static Carried item(CarryingOver.Outcome.Carried done) {
        return new Carried(
                done.source(),
                done.asOf(),
                done.rows(),
                done.repeats(),
                done.datasets(),
                done.views(),
                done.downloads(),
                done.matched(),
                done.unmatched().stream().map(DatasetId::value).toList(),
                done.changed(),
                done.text());
    }
}
