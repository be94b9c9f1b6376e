package tw.touchstone.server.rows;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.evaluating.HeldBytes;
import tw.touchstone.catalog.rows.RowTable;
import tw.touchstone.catalog.rows.Rows;
import tw.touchstone.catalog.rows.TableState;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.http.PublishedDatasets;

/// Finds the table whose rows a request names, or says why there are none.
@Component
public class KeptTables {

    private final PublishedDatasets published;
    private final Archive archive;
    private final Rows rows;
    private final Iris iris;

    KeptTables(Catalog catalog, PublishedDatasets published) {
        this.published = published;
        this.archive = catalog.archive();
        this.rows = catalog.rows();
        this.iris = catalog.settings().iris();
    }

    /// A distribution and the dataset it is of.
    public record Found(Dataset dataset, Distribution distribution) {}

    /// The distribution of this identifier.
    ///
    /// @throws Problem 404 where there is none, 410 where its dataset was withdrawn
    public Found distribution(String id) {
        var wanted = DistributionId.parse(id).orElseThrow(KeptTables::noSuchDistribution);
        var dataset = published.current(wanted.dataset().value()).dataset();
        return new Found(dataset, dataset.distribution(wanted).orElseThrow(KeptTables::noSuchDistribution));
    }

    private static Problem noSuchDistribution() {
        return Problem.of(HttpStatus.NOT_FOUND, "there is no such distribution");
    }

    /// The file of a distribution that is kept here; empty where it is elsewhere or not there yet.
    public Optional<Sha256> file(Distribution distribution) {
        return distribution.checksum().filter(_ -> HeldBytes.are(distribution, iris)).filter(archive::contains);
    }

    /// What came of the tables of a distribution; empty where its file is not here or is being made into rows.
    public Optional<List<TableState>> states(Distribution distribution) {
        return file(distribution).flatMap(rows::tables);
    }

    /// The table that is asked for.
    ///
    /// @param number counted from 1; the first one whose rows are there where nobody says
    /// @throws Problem 404, 409 or 503 with the reason why there are no rows
    public RowTable require(Distribution distribution, Optional<Long> number) {
        var file = file(distribution)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "the file of the distribution is not kept here, so there are no rows; its profile may be known")
                        .with("reason", "not-kept"));
        var states = rows.tables(file)
                .orElseThrow(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "the rows are being made; ask again in some seconds")
                        .with("reason", "preparing")
                        .header(HttpHeaders.RETRY_AFTER, "5"));
        if (states.isEmpty()) {
            throw Problem.of(HttpStatus.NOT_FOUND, "the file has no table that can be read").with("reason", "no-table");
        }
        var wanted = number.isPresent()
                ? states.stream()
                        .filter(each -> each.number() == number.get())
                        .findFirst()
                        .orElseThrow(() -> Problem.badField(
                                "table", "the file has %d tables, counted from 1".formatted(states.size())))
                : states.stream()
                        .filter(TableState.Ready.class::isInstance)
                        .findFirst()
                        .orElseGet(states::getFirst);
        return switch (wanted) {
            case TableState.Ready(var table) -> table;
            case TableState.Refused refused ->
                throw Problem.of(HttpStatus.CONFLICT, refused.reason().words())
                        .with("reason", refused.reason().id())
                        .with("table", refused.number());
        };
    }
}
