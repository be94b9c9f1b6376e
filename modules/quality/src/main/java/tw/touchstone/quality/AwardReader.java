package tw.touchstone.quality;

import static tw.touchstone.quality.PolicyTree.require;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tw.touchstone.model.Label;
import tw.touchstone.quality.PolicyTree.Fault;
import tw.touchstone.quality.Weighing.Counting;

/// Reads the ladder or the weights of a policy file.
final class AwardReader {

    private AwardReader() {}

    static Ladder ladder(PolicyTree file, List<Metric> metrics) throws Fault {
        var gates = file.metrics("/gates", metrics);
        var steps = new ArrayList<LadderStep>();
        int length = file.array("/ladder").size();
        require(length > 0, "/ladder", "a ladder has at least one step");
        boolean labels = file.has("/ladder/0/label");
        var codes = new HashSet<String>();
        for (int i = 0; i < length; i++) {
            var field = "/ladder/" + i;
            file.object(field, labels ? Set.of("label", "needs") : Set.of("grade", "title", "needs"));
            var needs = file.metrics(field + "/needs", metrics);
            require(!needs.isEmpty(), field + "/needs", "a step needs something");
            if (labels) {
                var label = Label.ofCode(file.text(field + "/label")).filter(Label::isAwarded);
                require(label.isPresent(), field + "/label", "not a label that is awarded");
                var last = steps.isEmpty() ? label : steps.getLast().label();
                boolean rises = steps.isEmpty() || label.get().compareTo(last.orElseThrow()) < 0;
                require(rises, field + "/label", "not above the step before it");
                steps.add(new LadderStep(label.get(), needs));
            } else {
                steps.add(new LadderStep(grade(file, field, codes), needs));
            }
        }
        return new Ladder(gates, steps);
    }

    /// The metrics that carry weights.
    static List<Metric> weighed(PolicyTree file) throws Fault {
        var metrics = new ArrayList<Metric>();
        for (var name : file.object("/weights").propertyNames()) {
            var metric = Metric.ofId(name);
            require(metric.isPresent(), "/weights/" + name, "unknown metric '" + name + "'");
            metrics.add(metric.get());
        }
        return metrics;
    }

    static Weighing weighing(PolicyTree file, List<Metric> metrics) throws Fault {
        var weights = new EnumMap<Metric, Integer>(Metric.class);
        for (var metric : metrics) {
            var field = "/weights/" + metric.id();
            int weight = file.count(field);
            require(weight > 0, field, "not above zero");
            weights.put(metric, weight);
        }
        int total = file.count("/total");
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        require(sum == total, "/total", "the weights add up to " + sum + ", not " + total);
        var counting = Counting.ofCode(file.text("/counting"));
        require(counting.isPresent(), "/counting", "neither absolute nor proportional");
        int minimum = file.count("/applicableMinimum");
        require(minimum <= total, "/applicableMinimum", "above the total");
        return new Weighing(weights, total, counting.get(), minimum, bands(file, metrics, total));
    }

    private static List<Band> bands(PolicyTree file, List<Metric> metrics, int total) throws Fault {
        var bands = new ArrayList<Band>();
        var codes = new HashSet<String>();
        int length = file.array("/bands").size();
        require(length > 0, "/bands", "there is at least one band");
        for (int i = 0; i < length; i++) {
            var field = "/bands/" + i;
            file.object(field, Set.of("grade", "title", "from", "gates", "minimumShares"));
            int from = file.count(field + "/from");
            require(from <= total, field + "/from", "above the total");
            require(
                    bands.isEmpty() || from < bands.getLast().from(),
                    field + "/from",
                    "not below the band before it");
            var gates = file.has(field + "/gates") ? file.metrics(field + "/gates", metrics) : List.<Metric>of();
            bands.add(new Band(grade(file, field, codes), from, gates, minimumShares(file, field, metrics)));
        }
        var last = bands.getLast();
        boolean open = last.from() == 0 && last.gates().isEmpty() && last.minimumShares().isEmpty();
        require(open, "/bands/" + (length - 1), "the last band is from 0 and asks for nothing else");
        return bands;
    }

    private static Map<Dimension, BigDecimal> minimumShares(PolicyTree file, String band, List<Metric> metrics)
            throws Fault {
        var shares = new EnumMap<Dimension, BigDecimal>(Dimension.class);
        var field = band + "/minimumShares";
        if (!file.has(field)) {
            return shares;
        }
        for (Map.Entry<String, JsonNode> each : file.object(field).properties()) {
            var at = field + "/" + each.getKey();
            var dimension = Dimension.ofId(each.getKey());
            require(dimension.isPresent(), at, "unknown dimension '" + each.getKey() + "'");
            boolean weighed = metrics.stream().anyMatch(metric -> metric.dimension() == dimension.get());
            require(weighed, at, "no metric of this dimension is weighed");
            var share = file.amount(at);
            require(share.compareTo(BigDecimal.ONE) <= 0, at, "above 1");
            shares.put(dimension.get(), share);
        }
        return shares;
    }

    private static Grade grade(PolicyTree file, String field, Set<String> codes) throws Fault {
        var code = file.text(field + "/grade");
        require(code.matches("[a-z0-9]+(-[a-z0-9]+)*"), field + "/grade", "not in kebab-case");
        boolean ours = code.equals(Grade.UNGRADED.code()) || code.equals(Grade.NONE.code());
        require(!ours && Label.ofCode(code).isEmpty(), field + "/grade", "'" + code + "' means something else");
        require(codes.add(code), field + "/grade", "'" + code + "' stands here twice");
        return new Grade(code, file.texts(field + "/title"));
    }
}
