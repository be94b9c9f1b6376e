package tw.touchstone.bench.relevance;

import java.util.List;

/// A judged query with the answer it got.
public record Asked(JudgedQuery query, Engine.Answer answer) {

    /// Asks every query once.
    public static List<Asked> all(List<JudgedQuery> queries, Engine engine) {
        return queries.stream()
                .map(query -> new Asked(query, engine.search(query.text(), Engine.MOST)))
                .toList();
    }

    /// Whether the reader sees something that claims to match.
    boolean foundSomething() {
        return answer.exact() && !answer.ids().isEmpty();
    }
}
