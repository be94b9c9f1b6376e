package tw.touchstone.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;

/// Reads one policy file; used once, by one thread.
final class PolicyFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> FIELDS = Set.of(
            "id", "version", "date", "title", "source", "metrics", "thresholds", "structuredFormats", "fold", "gates",
            "ladder");

    private final String json;
    private final Map<String, Integer> lines = new HashMap<>();

    PolicyFile(String json) {
        this.json = json;
    }

    PolicyReading read() {
        try {
            locate();
            return policy(MAPPER.readTree(json));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            return new PolicyReading.Refused(line, "", e.getOriginalMessage());
        } catch (Fault e) {
            return new PolicyReading.Refused(lines.getOrDefault(e.field, 0), e.field, e.text);
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

    private Policy policy(JsonNode root) throws Fault {
        require(root.isObject(), "", "a policy is a JSON object");
        for (var name : root.propertyNames()) {
            require(FIELDS.contains(name), "/" + name, "unknown field");
        }
        var metrics = distinct(root, "/metrics", Metric::ofId, "unknown metric");
        require(!metrics.isEmpty(), "/metrics", "a policy measures something");
        var thresholds = thresholds(root, metrics);
        var formats = distinct(root, "/structuredFormats", FileFormat::ofCode, "unknown format");
        var fold = text(root, "/fold");
        require(fold.equals(Fold.ALL.code()), "/fold", "unknown fold '" + fold + "'");
        var gates = distinct(root, "/gates", Metric::ofId, "unknown metric");
        for (int i = 0; i < gates.size(); i++) {
            require(metrics.contains(gates.get(i)), "/gates/" + i, "not among the policy's metrics");
        }
        return new Policy(
                text(root, "/id"),
                text(root, "/version"),
                date(root),
                title(root),
                text(root, "/source"),
                metrics,
                thresholds,
                new TreeSet<>(formats),
                Fold.ALL,
                gates,
                ladder(root, metrics),
                Sha256.of(QualityJson.canonical(root)));
    }

    private static SortedMap<String, BigDecimal> thresholds(JsonNode root, List<Metric> metrics) throws Fault {
        var given = node(root, "/thresholds");
        require(given.isObject(), "/thresholds", "not an object");
        var thresholds = new TreeMap<String, BigDecimal>();
        for (var entry : given.properties()) {
            var field = "/thresholds/" + entry.getKey();
            var known = Threshold.ofId(entry.getKey());
            require(known.isPresent(), field, "unknown threshold");
            require(metrics.contains(known.get().metric()), field, "its metric is not measured");
            require(entry.getValue().isNumber(), field, "not a number");
            require(entry.getValue().decimalValue().signum() > 0, field, "not above zero");
            thresholds.put(entry.getKey(), entry.getValue().decimalValue());
        }
        for (var threshold : Threshold.values()) {
            boolean set = thresholds.containsKey(threshold.id()) || !metrics.contains(threshold.metric());
            require(set, "/thresholds", "'" + threshold.id() + "' is missing");
        }
        return thresholds;
    }

    private static List<LadderStep> ladder(JsonNode root, List<Metric> metrics) throws Fault {
        var steps = new ArrayList<LadderStep>();
        var given = array(root, "/ladder");
        require(!given.isEmpty(), "/ladder", "a ladder has at least one step");
        for (int i = 0; i < given.size(); i++) {
            var field = "/ladder/" + i;
            require(given.get(i).isObject(), field, "a step is an object");
            for (var name : given.get(i).propertyNames()) {
                require(name.equals("label") || name.equals("needs"), field + "/" + name, "unknown field");
            }
            var label = Label.ofCode(text(root, field + "/label")).filter(Label::isAwarded);
            require(label.isPresent(), field + "/label", "not a label that is awarded");
            boolean rises = steps.isEmpty() || label.get().compareTo(steps.getLast().label()) < 0;
            require(rises, field + "/label", "not above the step before it");
            var needs = distinct(root, field + "/needs", Metric::ofId, "unknown metric");
            for (int j = 0; j < needs.size(); j++) {
                require(metrics.contains(needs.get(j)), field + "/needs/" + j, "not among the policy's metrics");
            }
            require(!needs.isEmpty(), field + "/needs", "a step needs something");
            steps.add(new LadderStep(label.get(), needs));
        }
        return steps;
    }

    private static <T> List<T> distinct(
            JsonNode root, String field, Function<String, Optional<T>> known, String otherwise) throws Fault {
        var given = array(root, field);
        var seen = new HashSet<T>();
        var values = new ArrayList<T>();
        for (int i = 0; i < given.size(); i++) {
            var at = field + "/" + i;
            var text = text(root, at);
            var value = known.apply(text);
            require(value.isPresent(), at, otherwise + " '" + text + "'");
            require(seen.add(value.get()), at, "'" + text + "' stands here twice");
            values.add(value.get());
        }
        return values;
    }

    private static LangText title(JsonNode root) throws Fault {
        return LangText.of(text(root, "/title/" + LangText.ZH), text(root, "/title/" + LangText.EN));
    }

    private static LocalDate date(JsonNode root) throws Fault {
        try {
            return LocalDate.parse(text(root, "/date"));
        } catch (DateTimeParseException e) {
            throw new Fault("/date", "not a date of the form 2026-11-21");
        }
    }

    private static JsonNode array(JsonNode root, String field) throws Fault {
        var array = node(root, field);
        require(array.isArray(), field, "not a list");
        return array;
    }

    private static String text(JsonNode root, String field) throws Fault {
        var text = node(root, field);
        require(text.isString(), field, "not a text");
        require(!text.asString().isBlank(), field, "empty");
        return text.asString();
    }

    private static JsonNode node(JsonNode root, String field) throws Fault {
        var node = root.at(field);
        require(!node.isMissingNode(), field, "missing");
        return node;
    }

    private static void require(boolean condition, String field, String otherwise) throws Fault {
        if (!condition) {
            throw new Fault(field, otherwise);
        }
    }

    /// Ends the reading; never leaves this class.
    private static final class Fault extends Exception {
        private final String field;
        private final String text;

        private Fault(String field, String text) {
            super(text, null, false, false);
            this.field = field;
            this.text = text;
        }
    }
}
