package tw.touchstone.bench.relevance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads files of judgements: JSON Lines, one query a line, dataset identifiers listed under their grade.
public final class Judgements {

    private Judgements() {}

    /// The judgements over our own corpus.
    public static List<JudgedQuery> ofCorpus() {
        return read("corpus-judgements.jsonl");
    }

    /// The second judge's grades for a sample of them.
    static List<JudgedQuery> again() {
        return read("corpus-judgements-again.jsonl");
    }

    /// The judgements over the national catalogue of March 2026.
    public static List<JudgedQuery> ofNationalCatalogue() {
        return read("national-judgements.jsonl");
    }

    /// All queries of a file beside this class.
    ///
    /// @throws IllegalArgumentException if a dataset has two grades, naming the query
    static List<JudgedQuery> read(String name) {
        return lines(name).stream().map(Judgements::query).toList();
    }

    /// The documents of a file beside this class, one a line.
    static List<JsonNode> lines(String name) {
        var lines = new ArrayList<JsonNode>();
        try (var stream = Objects.requireNonNull(Judgements.class.getResourceAsStream(name), name);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().map(JsonMapper.shared()::readTree).forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static JudgedQuery query(JsonNode line) {
        Map<String, Integer> grades = new HashMap<>();
        line.path("grades").propertyStream().forEach(grade -> grade.getValue().valueStream().forEach(id -> {
            if (grades.put(id.asString(), Integer.valueOf(grade.getKey())) != null) {
                throw new IllegalArgumentException(line.path("id").asString() + " grades " + id.asString() + " twice");
            }
        }));
        return new JudgedQuery(
                line.path("id").asString(),
                line.path("kind").asString(),
                line.path("language").asString(),
                line.path("text").asString(),
                grades);
    }
}
