package tw.touchstone.bench.scenario;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;

/// The whole catalogue as other catalogues take it, and a query.
final class Harvesting {

    private static final String PART = Part.HARVEST.code();
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 200;
    private static final int DUMPS = 3;
    private static final int QUERIES = 2_000;

    private final Client client;
    private final Table table;

    Harvesting(Client client, Table table) {
        this.client = client;
        this.table = table;
    }

    void run(List<Listed> datasets) {
        // The list of identifiers is made at the first question.
        client.get("catalog.ttl").expect(200);
        dump("catalog.nq.gz", datasets.size());
        dump("data.json", datasets.size());
        pages(datasets.size());
        query("a dataset's title by its IRI", datasets);
    }

    private void dump(String path, int datasets) {
        client.get(path).expect(200);
        var timings = Load.each(
                1, Collections.nCopies(DUMPS, () -> client.get(path).expect(200).size()));
        var name = "%s of %,d datasets, %d times".formatted(path, datasets, DUMPS);
        table.add(Row.of(PART, name, datasets * timings.perSecond(), "datasets/s")
                .floor(path.endsWith(".gz") ? "≥ 3,000" : "")
                .aim(path.endsWith(".gz") ? "≥ 10,000" : ""));
    }

    private void pages(int datasets) {
        int pages = Math.min(MOST_PAGES, Math.max(1, datasets / PAGE));
        List<Load.Request> requests = IntStream.rangeClosed(1, pages)
                .<Load.Request>mapToObj(page ->
                        () -> client.get("catalog.ttl?page=" + page, "text/turtle").expect(200).size())
                .toList();
        var timings = Load.each(1, requests);
        var name = "page of %d datasets in Turtle, %,d distinct, one after the other".formatted(PAGE, timings.count());
        table.add(Row.of(PART, name + ": median", timings.median(), "ms"));
        table.add(Row.of(PART, name + ": p99", timings.p99(), "ms"));
    }

    private void query(String what, List<Listed> datasets) {
        var base = client.get("api/v1/datasets?size=1&facets=false").expect(200).json()
                .path("items").path(0).path("iri").asString();
        var stem = base.substring(0, base.lastIndexOf('/') + 1);
        var sample = Sample.of(datasets, QUERIES / 4, QUERIES, dataset -> () -> client.get("sparql?query="
                        + Client.encoded("SELECT ?title { <" + stem + dataset.id() + "> <http://purl.org/dc/terms/title> ?title }"),
                "application/sparql-results+json")
                .expect(200)
                .size());
        // As many as run at the same time.
        var timings = sample.run(2);
        var name = "SPARQL: %s, %,d distinct, 2 connections".formatted(what, timings.count());
        table.add(Row.of(PART, name, timings.perSecond(), "requests/s"));
        table.add(Row.of(PART, name + ": p99", timings.p99(), "ms"));
    }
}
