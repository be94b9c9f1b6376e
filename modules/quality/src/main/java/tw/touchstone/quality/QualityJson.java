package tw.touchstone.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkStanding;

/// Datasets, facts and scorecards as canonical JSON (RFC 8785), and back.
///
/// Equal values give equal bytes, and what was written reads back as an equal value. Sealed types are told apart by
/// `kind`; absent values are left out; integers beyond 2^53 are written as strings, as I-JSON asks. Reading is strict:
/// an unknown or missing property, a repeated one, or another type is refused with its place. Safe for many threads.
public final class QualityJson {

    private static final JsonMapper MAPPER = JsonForm.mapper();

    private QualityJson() {}

    public static byte[] write(Dataset dataset) {
        return canonical(dataset);
    }

    public static byte[] write(ByteFacts facts) {
        return canonical(facts);
    }

    public static byte[] write(LinkProbe probe) {
        return canonical(probe);
    }

    public static byte[] write(LinkStanding link) {
        return canonical(link);
    }

    public static byte[] write(Observations observations) {
        return canonical(observations);
    }

    public static byte[] write(Scorecard scorecard) {
        return canonical(scorecard);
    }

    public static JsonReading<Dataset> readDataset(byte[] json) {
        return read(json, Dataset.class);
    }

    public static JsonReading<ByteFacts> readByteFacts(byte[] json) {
        return read(json, ByteFacts.class);
    }

    public static JsonReading<LinkProbe> readLinkProbe(byte[] json) {
        return read(json, LinkProbe.class);
    }

    public static JsonReading<LinkStanding> readLinkStanding(byte[] json) {
        return read(json, LinkStanding.class);
    }

    public static JsonReading<Observations> readObservations(byte[] json) {
        return read(json, Observations.class);
    }

    /// Reads a scorecard of this engine. One of another engine is refused with `/engine` as the field: it still says
    /// what was judged then, but not in words that this version can compare.
    public static JsonReading<Scorecard> readScorecard(byte[] json) {
        return switch (read(json, Scorecard.class)) {
            case JsonReading.Value<Scorecard> value when !value.value().engine().equals(Scorer.ENGINE) ->
                otherEngine(value.value().engine());
            case JsonReading.Value<Scorecard> value -> value;
            case JsonReading.Refused<Scorecard> refused ->
                engine(json)
                        .filter(engine -> !engine.equals(Scorer.ENGINE))
                        .map(QualityJson::otherEngine)
                        .orElse(refused);
        };
    }

    private static JsonReading<Scorecard> otherEngine(String engine) {
        return new JsonReading.Refused<>(
                0, 0, "/engine", "judged by engine %s, and this is engine %s".formatted(engine, Scorer.ENGINE));
    }

    /// What a document says of its engine, whatever else it says.
    private static Optional<String> engine(byte[] json) {
        return text(json, "/engine");
    }

    /// The string at a place of a document, whatever else it says; empty where there is none.
    ///
    /// @param pointer of RFC 6901
    static Optional<String> text(byte[] json, String pointer) {
        try {
            return Optional.of(MAPPER.readTree(json).at(pointer))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// The mapper writes canonical JSON by itself. Half a character, which RFC 8785 has no form for, stays an escape, so
    /// that values that differ differ in their bytes.
    static byte[] canonical(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Values by address in the order in which canonical JSON has them, which is not that of [URI].
    static <T> SortedMap<URI, T> byText(SortedMap<URI, T> values) {
        var sorted = new TreeMap<URI, T>(Comparator.comparing(URI::toString));
        sorted.putAll(values);
        return Collections.unmodifiableSortedMap(sorted);
    }

    /// A tree in canonical form, whatever the order of its properties.
    static byte[] canonical(JsonNode tree) {
        try {
            return new JsonCanonicalizer(tree.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("Jackson wrote what is no JSON", e);
        }
    }

    static <T> JsonReading<T> read(byte[] json, Class<T> type) {
        return read(json, MAPPER.constructType(type));
    }

    static <T> JsonReading<T> read(byte[] json, TypeReference<T> type) {
        return read(json, MAPPER.constructType(type.getType()));
    }

    private static <T> JsonReading<T> read(byte[] json, JavaType type) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            @Nullable T value = MAPPER.readValue(text.toString(), type);
            return value == null
                    ? new JsonReading.Refused<>(1, 1, "", "null instead of an object")
                    : new JsonReading.Value<>(value);
        } catch (CharacterCodingException e) {
            return new JsonReading.Refused<>(0, 0, "", "not valid UTF-8");
        } catch (JacksonException e) {
            return refused(e);
        }
    }

    private static <T> JsonReading<T> refused(JacksonException e) {
        var path = e instanceof DatabindException databind
                ? databind.getPath().stream().map(QualityJson::step).collect(Collectors.joining())
                : "";
        var at = e.getLocation();
        return at == null
                ? new JsonReading.Refused<>(0, 0, path, e.getOriginalMessage())
                : new JsonReading.Refused<>(
                        Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), path, e.getOriginalMessage());
    }

    private static String step(Reference reference) {
        return "/" + (reference.getPropertyName() == null ? reference.getIndex() : reference.getPropertyName());
    }
}
