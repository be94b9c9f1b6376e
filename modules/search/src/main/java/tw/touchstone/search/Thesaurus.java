package tw.touchstone.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The synonyms as they stand in the index, and where they are in a wording.
final class Thesaurus {

    /// More variants of one wording than this add cost and no results.
    private static final int MAX_VARIANTS = 8;

    private final Map<List<String>, List<Wording>> others = new HashMap<>();

    private final int longest;

    Thesaurus(Synonyms synonyms) {
        for (var group : synonyms.groups()) {
            var wordings = group.stream()
                    .map(term -> Wording.of(Token.of(term)))
                    .filter(wording -> !wording.terms().isEmpty())
                    .distinct()
                    .toList();
            for (var wording : wordings.size() < 2 ? List.<Wording>of() : wordings) {
                var same = others.computeIfAbsent(wording.terms(), terms -> new ArrayList<>());
                wordings.stream()
                        .filter(other -> !other.equals(wording) && !same.contains(other))
                        .forEach(same::add);
            }
        }
        longest = others.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /// How many of these wordings, from the first on, are one term together, such as the two of "air pollution"; else 0.
    int together(List<Wording> wordings) {
        for (int count = Math.min(wordings.size(), longest); count > 1; count--) {
            if (others.containsKey(joined(wordings.subList(0, count)).terms())) {
                return count;
            }
        }
        return 0;
    }

    /// These wordings as one.
    static Wording joined(List<Wording> wordings) {
        return new Wording(
                wordings.stream().flatMap(wording -> wording.terms().stream()).toList(), false);
    }

    /// The wording said otherwise: at each place the longest known term is replaced by its synonyms, and ordinal numbers
    /// are written in the other script.
    List<Wording> variants(Wording wording) {
        var variants = new ArrayList<>(NumberVariants.of(wording));
        var terms = wording.terms();
        for (int from = 0; from < terms.size() && variants.size() < MAX_VARIANTS; from++) {
            for (int to = Math.min(terms.size(), from + longest); to > from; to--) {
                var same = others.getOrDefault(terms.subList(from, to), List.of());
                // A single character is a term only by itself: 氣 is not 空氣.
                boolean whole = from == 0 && to == terms.size();
                if (!same.isEmpty() && (to - from > 1 || whole || !wording.hanOnly())) {
                    for (var other : same) {
                        variants.add(wording.replaced(from, to, other));
                    }
                    from = to - 1;
                    break;
                }
            }
        }
        return List.copyOf(variants.subList(0, Math.min(variants.size(), MAX_VARIANTS)));
    }
}
