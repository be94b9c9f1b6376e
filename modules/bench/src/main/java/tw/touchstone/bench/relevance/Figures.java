package tw.touchstone.bench.relevance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The averages over a group of queries, each query counting once.
///
/// An average is NaN where no query of the group has the measure.
///
/// @param group     such as `zh`, or `zh topic`
/// @param recall    of all that is shown
/// @param precision of all that is shown
/// @param recall10  of the first ten, where more than ten may be wanted
/// @param rightAt10 precision of the first ten
/// @param ndcg10    NDCG of the first ten
/// @param mrr       mean reciprocal rank
/// @param silent    share of the queries without any wanted dataset to which nothing was said to match
public record Figures(
        String group,
        int queries,
        double recall,
        double precision,
        double recall10,
        double rightAt10,
        double ndcg10,
        double mrr,
        double silent) {

    /// The figures by language, then by language and kind.
    public static List<Figures> of(List<Asked> asked) {
        var figures = new ArrayList<Figures>();
        figures.addAll(by(asked, each -> each.query().language()));
        figures.addAll(by(asked, each -> each.query().language() + " " + each.query().kind()));
        return figures;
    }

    private static List<Figures> by(List<Asked> asked, Function<Asked, String> group) {
        return asked.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The figures of these queries as one group.
    static Figures of(String group, Collection<Asked> asked) {
        return new Figures(
                group,
                asked.size(),
                mean(asked, each -> Measures.recall(each.query(), each.answer().ids(), Engine.MOST)),
                mean(asked, Figures::precision),
                mean(asked, each -> Measures.recall(each.query(), each.answer().ids(), 10)),
                mean(asked, each -> Measures.precision(each.query(), each.answer().ids(), 10)),
                mean(asked, each -> Measures.ndcg(each.query(), each.answer().ids(), 10)),
                mean(asked, each -> Measures.reciprocalRank(each.query(), each.answer().ids())),
                mean(asked, Figures::silence));
    }

    /// Where nothing is said to match there is nothing that is wrong.
    private static OptionalDouble precision(Asked asked) {
        return asked.foundSomething()
                ? Measures.precision(asked.query(), asked.answer().ids(), Engine.MOST)
                : OptionalDouble.empty();
    }

    private static OptionalDouble silence(Asked asked) {
        return asked.query().wanted() > 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(asked.foundSomething() ? 0 : 1);
    }

    private static double mean(Collection<Asked> asked, Function<Asked, OptionalDouble> measure) {
        return asked.stream()
                .map(measure)
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(Double.NaN);
    }
}
