package tw.touchstone.quality;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tw.touchstone.model.Sha256;

/// A scorecard with everything it was computed from, in one canonical JSON document that anyone can replay.
///
/// ```json
/// {"asOf": …, "digest": …, "documents": {"<digest>": …}, "form": "touchstone-bundle-1", "policy": …, "scorecard": …}
/// ```
///
/// `documents` holds every input under the digest by which the scorecard names it; what has no form as a tree stands
/// there as a string. `digest` is that of the canonical document without it. So every byte counts: one that is changed
/// makes the document another than its digest says, or not canonical, or no JSON at all. The digest proves that nothing
/// was damaged; who made the bundle, only a certificate proves.
public final class Bundle {

    private static final String FORM = "touchstone-bundle-1";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Bundle() {}

    /// What came of replaying a bundle.
    public sealed interface Replay {

        /// The same inputs gave the same bytes.
        record Verified(Scorecard scorecard, Instant asOf) implements Replay {}

        /// It is a bundle, but not what it says it is.
        ///
        /// @param message what differs, and where
        record Differs(String message) implements Replay {}

        /// It may be right, but this version cannot tell: another engine, or facts of another form.
        record NotVerifiable(String message) implements Replay {}

        /// It is no bundle.
        ///
        /// @param line   counted from 1; 0 where it is not known
        /// @param column counted from 1; 0 where it is not known
        record Refused(int line, int column, String message) implements Replay {}
    }

    /// Writes a bundle.
    ///
    /// @param scorecard canonical JSON
    /// @param policy    canonical JSON of the policy file
    /// @param asOf      an instant for which the scorecard was computed
    /// @param documents all that the scorecard's inputs name, by digest
    public static byte[] write(byte[] scorecard, byte[] policy, Instant asOf, Map<Sha256, byte[]> documents) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("form", FORM);
        root.put("asOf", asOf.toString());
        root.set("policy", node(policy));
        root.set("scorecard", node(scorecard));
        var all = root.putObject("documents");
        new TreeMap<>(documents).forEach((digest, document) -> all.set(digest.hex(), node(document)));
        root.put("digest", Sha256.of(QualityJson.canonical(root)).hex());
        return QualityJson.canonical(root);
    }

    /// A tree where that gives the same bytes again; else the text, above all where it holds half a character, for which
    /// RFC 8785 has no form.
    private static JsonNode node(byte[] document) {
        var text = new String(document, StandardCharsets.UTF_8);
        if (text.startsWith("{") || text.startsWith("[")) {
            var tree = MAPPER.readTree(text);
            if (Arrays.equals(QualityJson.canonical(tree), document)) {
                return tree;
            }
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static byte[] bytes(JsonNode document) {
        return document.isString()
                ? document.asString().getBytes(StandardCharsets.UTF_8)
                : QualityJson.canonical(document);
    }

    /// Computes the scorecard of a bundle again and compares, byte for byte. Never throws on bad bytes.
    ///
    /// @param scorer makes a scorer for what subjects are judged against
    public static Replay replay(byte[] bundle, Function<Reference, Scorer> scorer) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bundle)).toString();
            var root = MAPPER.readTree(text);
            if (!(root instanceof ObjectNode object) || !root.path("form").asString("").equals(FORM)) {
                return new Replay.Refused(1, 1, "not a bundle of the form " + FORM);
            }
            var canonical = QualityJson.canonical(root);
            if (!Arrays.equals(canonical, bundle)) {
                return new Replay.Differs("the bundle is not in canonical form: byte %d is another"
                        .formatted(Arrays.mismatch(canonical, bundle)));
            }
            return replay(object, scorer);
        } catch (CharacterCodingException e) {
            return new Replay.Refused(0, 0, "not valid UTF-8");
        } catch (JacksonException e) {
            var at = e.getLocation();
            return new Replay.Refused(
                    at == null ? 0 : Math.max(0, at.getLineNr()),
                    at == null ? 0 : Math.max(0, at.getColumnNr()),
                    e.getOriginalMessage());
        }
    }

    private static Replay replay(ObjectNode root, Function<Reference, Scorer> scorer) {
        var stated = root.path("digest").asString("");
        var rest = root.deepCopy();
        rest.remove("digest");
        if (!Sha256.of(QualityJson.canonical(rest)).hex().equals(stated)) {
            return new Replay.Differs("the bundle is not the one its digest names");
        }
        if (root.size() != 6 || !root.path("documents").isObject()) {
            return new Replay.Refused(1, 1, "a bundle has asOf, digest, documents, form, policy and scorecard");
        }
        var document = bytes(root.path("scorecard"));
        return switch (QualityJson.readScorecard(document)) {
            case JsonReading.Value<Scorecard>(Scorecard scorecard) -> new Replaying(root, scorecard, scorer).replay();
            case JsonReading.Refused<Scorecard> refused ->
                new Replay.NotVerifiable("scorecard%s: %s".formatted(refused.field(), refused.message()));
        };
    }

    private record Replaying(
            ObjectNode root, Scorecard scorecard, Function<Reference, Scorer> scorer) {

        Replay replay() {
            if (!scorecard.engine().equals(Scorer.ENGINE)) {
                return new Replay.NotVerifiable(
                        "judged by engine %s, and this is engine %s".formatted(scorecard.engine(), Scorer.ENGINE));
            }
            return switch (Policy.read(new String(bytes(root.path("policy")), StandardCharsets.UTF_8))) {
                case PolicyReading.Refused refused ->
                    new Replay.NotVerifiable("policy%s: %s".formatted(refused.field(), refused.message()));
                case Policy policy ->
                    policy.digest().equals(scorecard.policy().digest())
                            ? replay(policy)
                            : new Replay.Differs("policy: not the text that the scorecard names");
            };
        }

        private Replay replay(Policy policy) {
            var named = InputDocuments.digests(scorecard.inputs());
            var documents = new TreeMap<Sha256, byte[]>();
            for (var entry : root.path("documents").properties()) {
                var bytes = bytes(entry.getValue());
                var digest = Sha256.of(bytes);
                if (!digest.hex().equals(entry.getKey()) || !named.contains(digest)) {
                    return new Replay.Differs("documents/%s: not a document that the scorecard names".formatted(entry.getKey()));
                }
                documents.put(digest, bytes);
            }
            return switch (InputDocuments.read(scorecard.inputs(), digest -> Optional.ofNullable(documents.get(digest)))) {
                case InputDocuments.Rebuilding.NotRebuilt not ->
                    new Replay.NotVerifiable("documents/%s: %s".formatted(not.document(), not.reason()));
                case InputDocuments.Rebuilding.Rebuilt rebuilt -> replay(policy, rebuilt);
            };
        }

        private Replay replay(Policy policy, InputDocuments.Rebuilding.Rebuilt rebuilt) {
            Instant asOf;
            try {
                asOf = Instant.parse(root.path("asOf").asString(""));
            } catch (DateTimeException e) {
                return new Replay.Refused(1, 1, "asOf is no instant");
            }
            var again = scorer.apply(rebuilt.reference()).evaluate(policy, rebuilt.subject(), asOf);
            var bytes = QualityJson.write(again);
            return Arrays.equals(bytes, bytes(root.path("scorecard")))
                    ? new Replay.Verified(scorecard, asOf)
                    : new Replay.Differs("scorecard%s: the inputs give another one"
                            .formatted(difference("", root.path("scorecard"), MAPPER.readTree(bytes))));
        }

        /// The first place at which two trees differ, as a JSON pointer.
        private static String difference(String at, JsonNode stated, JsonNode computed) {
            if (stated.isObject() && computed.isObject()) {
                for (var name : stated.propertyNames()) {
                    if (!stated.path(name).equals(computed.path(name))) {
                        return difference(at + "/" + name, stated.path(name), computed.path(name));
                    }
                }
            }
            if (stated.isArray() && computed.isArray() && stated.size() == computed.size()) {
                for (int i = 0; i < stated.size(); i++) {
                    if (!stated.get(i).equals(computed.get(i))) {
                        return difference(at + "/" + i, stated.get(i), computed.get(i));
                    }
                }
            }
            return at;
        }
    }
}
