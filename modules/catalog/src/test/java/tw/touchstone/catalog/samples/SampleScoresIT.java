package tw.touchstone.catalog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.model.DatasetId;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.search.Facet;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchResult;

/// The samples under every policy, by the way that everything published goes: registered, inspected, judged, indexed.
///
/// The table is part of `docs/quality.md`; run once with `-Dgolden.update=true` where a sample or a rule has changed.
class SampleScoresIT {

    private static final Path DOCUMENT = Path.of("../../docs/quality.md");
    private static final String BEGIN = "<!-- samples -->\n";
    private static final String END = "<!-- end of samples -->\n";
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    private Path home;

    @Test
    void theTableOfTheDocumentIsWhatTheSamplesGet() throws IOException {
        try (var catalog = CatalogTests.open(home, Clock.fixed(NOW, ZoneOffset.UTC))) {
            catalog.samples().load(Path.of("../../datasets"));
            var table = table(catalog);
            var document = Files.readString(DOCUMENT);
            int from = document.indexOf(BEGIN) + BEGIN.length();
            int to = document.indexOf(END);
            if (Boolean.getBoolean("golden.update")) {
                document = document.substring(0, from) + table + document.substring(to);
                Files.writeString(DOCUMENT, document);
                to = document.indexOf(END);
            }
            assertThat(document.substring(from, to)).isEqualTo(table);
        }
    }

    @Test
    void theGradesOfTheSamplesAreSearchedAndPublished() {
        try (var catalog = CatalogTests.open(home, Clock.fixed(NOW, ZoneOffset.UTC))) {
            catalog.samples().load(Path.of("../../datasets"));
            var grades = new TreeMap<String, Set<DatasetId>>();
            for (var grade : catalog.judging().evaluations().policies().stream()
                    .filter(policy -> policy.id().equals("ai-ready-1"))
                    .flatMap(policy -> policy.awards().stream())
                    .toList()) {
                var query = SearchQuery.of("").size(50).filters(Map.of(Facet.GRADE, Set.of(grade.code())));
                var found = ((SearchResult) catalog.search().search(query)).hits();
                if (!found.isEmpty()) {
                    grades.put(grade.code(), found.stream().map(hit -> hit.id()).collect(Collectors.toCollection(TreeSet::new)));
                }
            }

            assertThat(grades.keySet()).containsExactly("a", "b", "c", "d");
            assertThat(grades.get("a")).containsExactly(new DatasetId("sample-county-codes"));
            assertThat(grades.get("b")).containsExactly(new DatasetId("sample-ministry-budget"));
            assertThat(grades.get("c")).containsExactly(new DatasetId("sample-budget-by-use"));
            var quality = catalog.store().quality(new DatasetId("sample-county-codes")).orElseThrow();
            assertThat(quality.find().toList().toString()).contains("https://touchstone.tw/ns/grade/ai-ready-1/a", "https://touchstone.tw/ns/label/platinum");
        }
    }

    private static String table(Catalog catalog) {
        var policies = catalog.judging().evaluations().policies();
        var lines = new ArrayList<String>();
        lines.add(policies.stream().map(policy -> "`" + policy.id() + "`").collect(Collectors.joining(" | ", "| sample | ", " |")));
        lines.add("|---".repeat(policies.size() + 1) + "|");
        var ids = new TreeSet<DatasetId>();
        catalog.store().forEachDataset(dataset -> ids.add(dataset.id()));
        for (var id : ids) {
            lines.add(policies.stream()
                    .map(policy -> cell(catalog.judging().evaluations().current(id, policy.id()).orElseThrow()))
                    .collect(Collectors.joining(" | ", "| " + id.value().replaceFirst("^sample-", "") + " | ", " |")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(Scorecard card) {
        var points = card.points()
                .map(total -> ", " + total.earned() + " of " + total.possible()
                        + (total.isProvisional() ? ", " + total.open() + " open" : ""))
                .orElse("");
        return card.award() + points;
    }
}
