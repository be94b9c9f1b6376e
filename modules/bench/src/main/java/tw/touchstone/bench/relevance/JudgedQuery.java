package tw.touchstone.bench.relevance;

import java.util.Map;

/// What somebody types, and which datasets serve that person, found by reading.
///
/// @param kind     why the query is on the list, such as `topic` or `misspelt`
/// @param language of the query: `zh` or `en`
/// @param grades   by dataset: 3 is what was asked for, 2 serves, 1 touches it; all others are 0
public record JudgedQuery(String id, String kind, String language, String text, Map<String, Integer> grades) {

    /// From this grade on a dataset is missed where it is not shown.
    public static final int WANTED = 2;

    public JudgedQuery {
        grades = Map.copyOf(grades);
    }

    /// The grade of a dataset.
    public int grade(String dataset) {
        return grades.getOrDefault(dataset, 0);
    }

    /// How many datasets must not be missed.
    public long wanted() {
        return grades.values().stream().filter(grade -> grade >= WANTED).count();
    }
}
