package tw.touchstone.bench.scenario;

import java.util.List;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;

/// A dataset as a page, as Turtle and as a record of the interface, each time another one.
final class Pages {

    private static final String PART = Part.PAGES.code();
    private static final int CONNECTIONS = 4;
    private static final int WARM_UP = 1_000;
    private static final int MEASURED = 3_000;

    private final Client client;
    private final Table table;

    Pages(Client client, Table table) {
        this.client = client;
        this.table = table;
    }

    void run(List<Listed> datasets) {
        measure("dataset page (HTML)", "datasets/%s", "text/html", datasets);
        measure("dataset as Turtle", "datasets/%s.ttl", "text/turtle", datasets);
        measure("record of the API", "api/v1/datasets/%s", "application/json", datasets);
    }

    private void measure(String what, String path, String accept, List<Listed> datasets) {
        var sample = Sample.of(datasets, WARM_UP, MEASURED, dataset -> () -> client.get(
                        path.formatted(dataset.id()), accept)
                .expect(200)
                .size());
        var timings = sample.run(CONNECTIONS);
        var name = "%s, %,d distinct, %d connections".formatted(what, timings.count(), CONNECTIONS);
        table.add(Row.of(PART, name, timings.perSecond(), "requests/s"));
        table.add(Row.of(PART, name + ": median", timings.median(), "ms"));
        table.add(Row.of(PART, name + ": p99", timings.p99(), "ms"));
    }
}
