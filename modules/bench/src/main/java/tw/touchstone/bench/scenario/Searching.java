package tw.touchstone.bench.scenario;

import java.util.List;
import tw.touchstone.bench.export.QueryTexts;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;

/// Searches with all facets, each with a text of its own, and suggestions.
final class Searching {

    private static final String PART = Part.SEARCH.code();
    private static final int WARM_UP = 1_000;
    private static final int ALONE = 2_000;
    private static final int TOGETHER = 5_000;
    private static final int LETTERS = 3;

    private final Client client;
    private final Table table;

    Searching(Client client, Table table) {
        this.client = client;
        this.table = table;
    }

    void run(List<Listed> datasets) {
        var texts = QueryTexts.of(datasets.stream().map(Listed::title).toList(), 2 * WARM_UP + ALONE + TOGETHER);
        int cut = texts.size() * (WARM_UP + ALONE) / (2 * WARM_UP + ALONE + TOGETHER);
        measure(1, texts.subList(0, cut), ALONE);
        measure(4, texts.subList(cut, texts.size()), TOGETHER);
        suggest(texts);
    }

    /// What a search box asks after each of the first letters.
    private void suggest(List<String> texts) {
        var begun = texts.stream()
                .map(text -> text.substring(0, text.offsetByCodePoints(0, Math.min(LETTERS, text.codePointCount(0, text.length())))))
                .distinct()
                .toList();
        var timings = Sample.of(begun, WARM_UP, ALONE, text -> () -> suggested(text))
                .run(4);
        var what = "%,d suggestions, 4 connections".formatted(timings.count());
        table.add(Row.of(PART, what, timings.perSecond(), "requests/s"));
        table.add(Row.of(PART, what + ": median", timings.median(), "ms"));
        table.add(Row.of(PART, what + ": p99", timings.p99(), "ms").floor("≤ 10"));
    }

    private void measure(int connections, List<String> texts, int measured) {
        var timings = Sample.of(texts, WARM_UP, measured, text -> () -> search(text)).run(connections);
        var what = "%,d distinct queries, all facets, %d connection%s"
                .formatted(timings.count(), connections, connections == 1 ? "" : "s");
        table.add(Row.of(PART, what, timings.perSecond(), "requests/s"));
        table.add(Row.of(PART, what + ": median", timings.median(), "ms"));
        var last = Row.of(PART, what + ": p99", timings.p99(), "ms");
        table.add(connections == 4 ? last.floor("≤ 15") : last);
    }

    private long suggested(String text) {
        return client.get("api/v1/suggest?q=" + Client.encoded(text)).expect(200).size();
    }

    private long search(String text) {
        return client.get("api/v1/datasets?size=20&q=" + Client.encoded(text))
                .expect(200)
                .size();
    }
}
