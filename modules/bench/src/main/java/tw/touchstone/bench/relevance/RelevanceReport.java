package tw.touchstone.bench.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// A run as a table for people and as JSON for machines.
public final class RelevanceReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RelevanceReport() {}

    /// Markdown: figures by group, known items, queries that found nothing, and the queries answered worst.
    public static String markdown(Relevance run) {
        var lines = new ArrayList<String>();
        lines.add("### " + run.catalogue());
        lines.add("");
        lines.add("| queries | count | recall | precision | recall@10 | precision@10 | nDCG@10 | MRR | rightly silent |");
        lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        run.figures().forEach(each -> lines.add(row(each)));
        lines.add("");
        lines.add("| known items | count | success@1 | success@10 |");
        lines.add("|---|---:|---:|---:|");
        run.known().forEach(each -> lines.add("| %s | %d | %s | %s |"
                .formatted(
                        each.memory().name().toLowerCase(Locale.ROOT),
                        each.asked(),
                        share(each.at1()),
                        share(each.at10()))));
        lines.add("");
        lines.add("Said to match nothing, though something does: " + texts(run.foundNothing()));
        lines.add("");
        lines.add("nDCG@10 below 0.5: " + texts(worst(run)));
        return String.join("\n", lines) + "\n";
    }

    /// The same, with one document for each query.
    public static String json(Relevance run) {
        var root = JSON.createObjectNode();
        root.put("catalogue", run.catalogue());
        var groups = root.putArray("groups");
        run.figures().forEach(groups::addPOJO);
        var known = root.putArray("knownItems");
        run.known().forEach(known::addPOJO);
        var queries = root.putArray("queries");
        for (var asked : run.asked()) {
            var query = queries.addObject();
            query.put("id", asked.query().id());
            query.put("text", asked.query().text());
            query.put("exact", asked.answer().exact());
            query.put("shown", asked.answer().ids().size());
            Measures.recall(asked.query(), asked.answer().ids(), Engine.MOST).ifPresent(value -> query.put("recall", value));
            Measures.precision(asked.query(), asked.answer().ids(), Engine.MOST)
                    .ifPresent(value -> query.put("precision", value));
            Measures.ndcg(asked.query(), asked.answer().ids(), 10).ifPresent(value -> query.put("ndcg10", value));
            var missed = query.putArray("missed");
            asked.query().grades().entrySet().stream()
                    .filter(grade -> grade.getValue() >= JudgedQuery.WANTED)
                    .filter(grade -> !asked.answer().ids().contains(grade.getKey()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(missed::add);
            var wrong = query.putArray("wrong");
            asked.answer().ids().stream().filter(id -> asked.query().grade(id) == 0).limit(20).forEach(wrong::add);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static List<JudgedQuery> worst(Relevance run) {
        return run.asked().stream()
                .filter(each -> Measures.ndcg(each.query(), each.answer().ids(), 10).orElse(1) < 0.5)
                .map(Asked::query)
                .toList();
    }

    private static String texts(List<JudgedQuery> queries) {
        return queries.isEmpty()
                ? "none"
                : queries.stream().map(query -> "`" + query.text() + "`").collect(Collectors.joining(", "));
    }

    private static String row(Figures figures) {
        return List.of(
                        figures.group(),
                        Integer.toString(figures.queries()),
                        share(figures.recall()),
                        share(figures.precision()),
                        share(figures.recall10()),
                        share(figures.rightAt10()),
                        share(figures.ndcg10()),
                        share(figures.mrr()),
                        share(figures.silent()))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
