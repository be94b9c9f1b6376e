package tw.touchstone.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tw.touchstone.model.DatasetId;

final class LuceneCatalogSearch implements CatalogSearch {

    static LuceneCatalogSearch open(Path directory, Synonyms synonyms, CommitSchedule schedule) {
        return new LuceneCatalogSearch();
    }

    @Override
    public void apply(List<IndexChange> changes, long number) {
        throw new UnsupportedOperationException("in the next change");
    }

    @Override
    public long lastApplied() {
        throw new UnsupportedOperationException("in the next change");
    }

    @Override
    public void commit() {
        throw new UnsupportedOperationException("in the next change");
    }

    @Override
    public SearchOutcome search(SearchQuery query) {
        throw new UnsupportedOperationException("in the next change");
    }

    @Override
    public void updateDownloads(Map<DatasetId, Long> downloads) {
        throw new UnsupportedOperationException("in the next change");
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException("in the next change");
    }

    @Override
    public void close() {}
}
