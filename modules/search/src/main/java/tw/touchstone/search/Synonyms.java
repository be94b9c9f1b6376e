package tw.touchstone.search;

import java.util.List;

/// Terms that mean the same to someone who searches, for example 空污, 空氣污染 and 空汙.
///
/// A query with one term of a group also finds the others; each group works in both directions.
public record Synonyms(List<List<String>> groups) {

    /// No synonyms.
    public static final Synonyms NONE = new Synonyms(List.of());

    public Synonyms {
        groups = groups.stream().map(List::copyOf).toList();
    }
}
