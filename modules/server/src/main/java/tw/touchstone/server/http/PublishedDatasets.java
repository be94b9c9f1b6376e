package tw.touchstone.server.http;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.store.CatalogStore;
import tw.touchstone.store.DatasetState;

/// Finds the dataset a request names, or says in the right way that there is none.
@Component
public class PublishedDatasets {

    private final CatalogStore store;

    PublishedDatasets(Catalog catalog) {
        this.store = catalog.store();
    }

    /// A dataset as it was published by one change.
    ///
    /// @param number the change number it stands at
    public record Current(Dataset dataset, long number) {}

    /// The identifier of a published dataset.
    ///
    /// @throws Problem 404 where it was never there, 410 with its tombstone where it was withdrawn
    public DatasetId require(String id) {
        if (!DatasetId.isValid(id)) {
            throw absent();
        }
        var dataset = new DatasetId(id);
        if (!(store.state(dataset) instanceof DatasetState.Published)) {
            throw missing(dataset);
        }
        return dataset;
    }

    /// A published dataset with the change number it stands at.
    ///
    /// @throws Problem as [#require]
    public Current current(String id) {
        var dataset = require(id);
        while (store.state(dataset) instanceof DatasetState.Published before) {
            var found = store.dataset(dataset);
            boolean steady = store.state(dataset).equals(before);
            if (found.isPresent() && steady) {
                return new Current(found.get(), before.number());
            }
        }
        throw missing(dataset);
    }

    /// Why a dataset cannot be had.
    public Problem missing(DatasetId dataset) {
        return store.state(dataset) instanceof DatasetState.Withdrawn tombstone
                ? Problem.of(HttpStatus.GONE, "the dataset " + dataset + " was withdrawn")
                        .with("dataset", dataset.value())
                        .with("withdrawn", tombstone.at())
                        .with("reason", tombstone.reason())
                : absent();
    }

    private static Problem absent() {
        return Problem.of(HttpStatus.NOT_FOUND, "there is no such dataset");
    }
}
