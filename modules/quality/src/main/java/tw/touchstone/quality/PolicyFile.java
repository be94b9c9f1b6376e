package tw.touchstone.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.PolicyTree.Fault;

/// Reads one policy file; used once, by one thread.
///
/// A file with a `ladder` names its metrics in `metrics`; one with `weights` names them there.
final class PolicyFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> HEAD =
            Set.of("id", "version", "date", "title", "source", "thresholds", "structuredFormats", "fold");
    private static final Set<String> LADDER = Set.of("metrics", "gates", "ladder");
    private static final Set<String> WEIGHING =
            Set.of("weights", "total", "counting", "applicableMinimum", "bands");

    private final String json;
    private final Map<String, Integer> lines = new HashMap<>();

    PolicyFile(String json) {
        this.json = json;
    }

    PolicyReading read() {
        try {
            locate();
            var root = MAPPER.readTree(json);
            PolicyTree.require(root.isObject(), "", "a policy is a JSON object");
            return policy(new PolicyTree(root));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            return new PolicyReading.Refused(line, "", e.getOriginalMessage());
        } catch (Fault e) {
            return new PolicyReading.Refused(lines.getOrDefault(e.field, 0), e.field, e.text);
        }
    }

    static byte[] canonical(String json) {
        try {
            return QualityJson.canonical(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a policy is a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    /// Remembers on which line each field stands, which a tree does not know.
    private void locate() {
        try (var parser = MAPPER.createParser(json)) {
            while (parser.nextToken() != null) {
                if (!parser.hasToken(JsonToken.PROPERTY_NAME)) {
                    lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
    }

    private static Policy policy(PolicyTree file) throws Fault {
        boolean weighs = file.has("/weights");
        for (var name : file.root().propertyNames()) {
            boolean known = HEAD.contains(name) || (weighs ? WEIGHING : LADDER).contains(name);
            PolicyTree.require(known, "/" + name, "unknown field");
        }
        var metrics = weighs
                ? AwardReader.weighed(file)
                : file.distinct("/metrics", Metric::ofId, "unknown metric");
        PolicyTree.require(!metrics.isEmpty(), weighs ? "/weights" : "/metrics", "a policy measures something");
        var thresholds = thresholds(file, metrics);
        var formats = structuredFormats(file, metrics);
        var fold = fold(file, weighs);
        return new Policy(
                file.text("/id"),
                file.text("/version"),
                date(file),
                file.texts("/title"),
                file.text("/source"),
                metrics,
                thresholds,
                formats,
                fold,
                weighs ? AwardReader.weighing(file, metrics) : AwardReader.ladder(file, metrics),
                Sha256.of(QualityJson.canonical(file.root())));
    }

    private static Fold fold(PolicyTree file, boolean weighs) throws Fault {
        var code = file.text("/fold");
        var fold = Fold.ofCode(code);
        PolicyTree.require(fold.isPresent(), "/fold", "unknown fold '" + code + "'");
        if (weighs) {
            PolicyTree.require(fold.get() != Fold.ALL, "/fold", "points are folded by best or worst");
        } else {
            PolicyTree.require(fold.get() != Fold.BEST, "/fold", "a ladder is folded by all or worst");
        }
        return fold.get();
    }

    /// What counts as structured must be said where any metric builds on it.
    private static SortedSet<FileFormat> structuredFormats(PolicyTree file, List<Metric> metrics) throws Fault {
        boolean asked = metrics.stream()
                .flatMap(metric -> Stream.iterate(
                                Optional.of(metric), Optional::isPresent, each -> each.flatMap(Metric::prerequisite))
                        .flatMap(Optional::stream))
                .anyMatch(metric -> metric == Metric.STRUCTURE);
        return asked || file.has("/structuredFormats")
                ? new TreeSet<>(file.distinct("/structuredFormats", FileFormat::ofCode, "unknown format"))
                : new TreeSet<>();
    }

    private static SortedMap<String, BigDecimal> thresholds(PolicyTree file, List<Metric> metrics) throws Fault {
        var thresholds = new TreeMap<String, BigDecimal>();
        for (Map.Entry<String, JsonNode> entry : file.object("/thresholds").properties()) {
            var field = "/thresholds/" + entry.getKey();
            var known = Threshold.ofId(entry.getKey());
            PolicyTree.require(known.isPresent(), field, "unknown threshold");
            PolicyTree.require(known.get().isReadBy(metrics), field, "its metric is not measured");
            var value = file.amount(field);
            PolicyTree.require(
                    value.compareTo(known.get().most()) <= 0, field, "above " + known.get().most());
            thresholds.put(entry.getKey(), value);
        }
        for (var threshold : Threshold.values()) {
            boolean set = thresholds.containsKey(threshold.id()) || !threshold.isReadBy(metrics);
            PolicyTree.require(set, "/thresholds", "'" + threshold.id() + "' is missing");
        }
        return thresholds;
    }

    private static LocalDate date(PolicyTree file) throws Fault {
        try {
            return LocalDate.parse(file.text("/date"));
        } catch (DateTimeParseException e) {
            throw new Fault("/date", "not a date of the form 2026-11-21");
        }
    }
}
