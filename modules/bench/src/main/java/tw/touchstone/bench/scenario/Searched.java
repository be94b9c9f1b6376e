package tw.touchstone.bench.scenario;

import java.util.List;
import java.util.Locale;
import tw.touchstone.bench.relevance.Engine;
import tw.touchstone.bench.relevance.Item;
import tw.touchstone.bench.relevance.Judgements;
import tw.touchstone.bench.relevance.OwnCatalogue;
import tw.touchstone.bench.relevance.Relevance;
import tw.touchstone.bench.relevance.RelevanceReport;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.bench.server.Client;

/// How well searches are answered: over our own corpus in this process, over the national catalogue by the server.
final class Searched {

    private static final String PART = Part.RELEVANCE.code();
    private static final int KNOWN_ITEMS = 500;

    private final Table table;

    Searched(Table table) {
        this.table = table;
    }

    void ofCorpus() {
        try (var own = OwnCatalogue.open()) {
            show(Relevance.of("our own corpus", Judgements.ofCorpus(), own.items(), KNOWN_ITEMS, own));
        }
    }

    void ofNationalCatalogue(Client client, List<Listed> listed) {
        var items = listed.stream().map(each -> new Item(each.id(), each.title())).toList();
        show(Relevance.of(
                "the national catalogue",
                Judgements.ofNationalCatalogue(),
                items,
                KNOWN_ITEMS,
                (text, most) -> answer(client, text, most)));
    }

    private static Engine.Answer answer(Client client, String text, int most) {
        var answer = client.get("api/v1/datasets?facets=false&size=" + most + "&q=" + Client.encoded(text))
                .expect(200)
                .json();
        return new Engine.Answer(
                answer.path("items").valueStream().map(item -> item.path("id").asString()).toList(),
                answer.path("notes").valueStream().noneMatch(note -> note.asString().equals("nearest-only")));
    }

    private void show(Relevance run) {
        for (var figures : run.figures()) {
            var what = run.catalogue() + ", " + figures.group() + " (" + figures.queries() + " queries)";
            add(what + ": recall", figures.recall());
            add(what + ": precision", figures.precision());
            add(what + ": NDCG@10", figures.ndcg10());
            add(what + ": MRR", figures.mrr());
        }
        for (var known : run.known()) {
            var what = run.catalogue() + ", known items, title " + known.memory().name().toLowerCase(Locale.ROOT);
            add(what + ": success@1", known.at1());
            add(what + ": success@10", known.at10());
        }
        table.annex(RelevanceReport.markdown(run));
        table.attach(run.catalogue(), RelevanceReport.json(run));
    }

    private void add(String what, double value) {
        if (!Double.isNaN(value)) {
            table.add(new Row(PART, what, String.format(Locale.ROOT, "%.3f", value), "", "", ""));
        }
    }
}
