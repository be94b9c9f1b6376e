package tw.touchstone.bench.relevance;

import java.util.List;

/// One run over one catalogue: every judged query and every known item is asked once.
///
/// @param catalogue what was searched, for people
public record Relevance(String catalogue, List<Asked> asked, List<KnownItems.Success> known) {

    public Relevance {
        asked = List.copyOf(asked);
        known = List.copyOf(known);
    }

    /// Asks an engine.
    ///
    /// @param items  all datasets of the catalogue
    /// @param wanted how many known items are looked for
    public static Relevance of(
            String catalogue, List<JudgedQuery> queries, List<Item> items, int wanted, Engine engine) {
        return new Relevance(catalogue, Asked.all(queries, engine), new KnownItems(items, wanted).ask(engine));
    }

    /// The averages by language and kind.
    public List<Figures> figures() {
        return Figures.of(asked);
    }

    /// The queries that should have found something, but were said to match nothing.
    public List<JudgedQuery> foundNothing() {
        return asked.stream()
                .filter(each -> each.query().wanted() > 0 && !each.foundSomething())
                .map(Asked::query)
                .toList();
    }
}
