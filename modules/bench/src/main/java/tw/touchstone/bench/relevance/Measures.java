package tw.touchstone.bench.relevance;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// The measures of one answer. Pure.
///
/// Missed is what has grade 2 or 3 and is not shown; wrong is what has grade 0 and is shown. Grade 1 is neither.
final class Measures {

    private Measures() {}

    /// The share of the wanted datasets among the first `k`; none where nothing is wanted.
    static OptionalDouble recall(JudgedQuery query, List<String> shown, int k) {
        long wanted = query.wanted();
        if (wanted == 0) {
            return OptionalDouble.empty();
        }
        long found = first(shown, k).stream()
                .filter(id -> query.grade(id) >= JudgedQuery.WANTED)
                .count();
        return OptionalDouble.of((double) found / wanted);
    }

    /// The share of what is shown among the first `k` that is not wrong; none where nothing is shown.
    static OptionalDouble precision(JudgedQuery query, List<String> shown, int k) {
        var looked = first(shown, k);
        if (looked.isEmpty()) {
            return OptionalDouble.empty();
        }
        long right = looked.stream().filter(id -> query.grade(id) > 0).count();
        return OptionalDouble.of((double) right / looked.size());
    }

    /// Normalised discounted cumulative gain of the first `k`, gain 2^grade - 1 (Burges et al. 2005); none where no
    /// dataset has a grade.
    static OptionalDouble ndcg(JudgedQuery query, List<String> shown, int k) {
        var best = query.grades().values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(k)
                .toList();
        double ideal = gain(best);
        if (ideal == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(gain(first(shown, k).stream().map(query::grade).toList()) / ideal);
    }

    /// One divided by the place of the first wanted dataset, zero where none is shown; none where nothing is wanted.
    static OptionalDouble reciprocalRank(JudgedQuery query, List<String> shown) {
        if (query.wanted() == 0) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < shown.size(); i++) {
            if (query.grade(shown.get(i)) >= JudgedQuery.WANTED) {
                return OptionalDouble.of(1.0 / (i + 1));
            }
        }
        return OptionalDouble.of(0);
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < grades.size(); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }

    private static List<String> first(List<String> shown, int k) {
        return shown.subList(0, Math.min(k, shown.size()));
    }
}
