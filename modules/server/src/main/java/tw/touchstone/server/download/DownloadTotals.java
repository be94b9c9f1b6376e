package tw.touchstone.server.download;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.DatasetId;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.usage.Usage;

/// Brings the counted downloads into the search index, by which people sort: all at the start, then what changed.
@Component
class DownloadTotals {

    private static final int BATCH = 2_000;

    private final Usage usage;
    private final CatalogSearch search;
    private final VisitCounter visits;
    private boolean all = true;

    DownloadTotals(Catalog catalog, VisitCounter visits) {
        this.usage = catalog.usage();
        this.search = catalog.search();
        this.visits = visits;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Schedule {}

    /// Only ever called by the one scheduling thread.
    @Scheduled(fixedDelayString = "${touchstone.download-totals:PT20S}")
    synchronized void bringUp() {
        if (all) {
            var totals = new HashMap<DatasetId, Long>();
            usage.forEachTotal((dataset, total) -> {
                if (total.downloads() > 0) {
                    totals.put(dataset, total.downloads());
                }
            });
            bringUp(totals);
            all = false;
        }
        bringUp(totals(visits.takeDownloaded()));
    }

    private Map<DatasetId, Long> totals(Collection<DatasetId> datasets) {
        var totals = new HashMap<DatasetId, Long>();
        datasets.forEach(dataset -> totals.put(dataset, usage.totals(dataset).downloads()));
        return totals;
    }

    private void bringUp(Map<DatasetId, Long> totals) {
        var batch = new HashMap<DatasetId, Long>();
        totals.forEach((dataset, downloads) -> {
            batch.put(dataset, downloads);
            if (batch.size() == BATCH) {
                search.updateDownloads(Map.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            search.updateDownloads(batch);
        }
    }
}
