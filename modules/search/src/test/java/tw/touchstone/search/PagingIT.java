package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.LangText;
import tw.touchstone.search.SearchQuery.Sort;

class PagingIT {

    @TempDir
    Path directory;

    @Test
    void pagesCoverEveryDatasetExactlyOnceInEveryOrder() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        var entries = new ArrayList<SearchEntry>();
        for (int i = 0; i < 500; i++) {
            var titled = Entries.titled("d" + i, "空氣" + "一二三四五".charAt(random.nextInt(5)));
            entries.add(Entries.filed(
                    titled,
                    List.of(),
                    List.of("csv"),
                    "gold",
                    Entries.DAY.plusSeconds(random.nextInt(20)),
                    random.nextInt(20)));
        }
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            for (int i = 0; i < entries.size(); i += 100) {
                search.apply(Entries.puts(entries.subList(i, i + 100)), i + 1);
            }
            for (var sort : Sort.values()) {
                for (var text : List.of("", "空氣", "空氣品")) {
                    var hits = everyPage(search, SearchQuery.of(text).sort(sort).size(37));
                    assertThat(hits).as("seed %d, %s, %s", seed, sort, text).hasSize(500);
                    assertThat(new HashSet<>(hits.stream().map(Hit::id).toList())).hasSize(500);
                    order(sort).ifPresent(expected -> assertThat(hits).isSortedAccordingTo(expected));
                }
            }
        }
    }

    @Test
    void chineseTitlesStandByStrokesAndEnglishOnesByLetters() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(
                    Entries.puts(List.of(
                            Entries.titled("water", LangText.of("水質", "Water quality")),
                            Entries.titled("one", LangText.of("一覽表", "zones")),
                            Entries.titled("air", LangText.of("空氣", "Air quality")))),
                    1);
            var byTitle = SearchQuery.of("").sort(Sort.TITLE);
            assertThat(Entries.ids(search.search(byTitle))).containsExactly("one", "water", "air");
            assertThat(Entries.ids(search.search(byTitle.language("en")))).containsExactly("air", "water", "one");
        }
    }

    @Test
    void aDamagedCursorOrOneOfAnotherQuestionIsRefused() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(Entries.puts(List.of(Entries.titled("a", "水一"), Entries.titled("b", "水二"))), 1);
            var query = SearchQuery.of("水一").sort(Sort.NEWEST).size(1);
            var question = SearchQuery.of("水").sort(Sort.NEWEST).size(1);
            var next = Entries.result(search.search(question)).next();
            assertThat(Entries.ids(search.search(question.after(next)))).containsExactly("b");
            assertThat(Entries.ids(search.search(question.size(5).facets(false).after(next)))).containsExactly("b");

            assertThat(search.search(query.after(next))).isInstanceOf(SearchOutcome.InvalidCursor.class);
            assertThat(search.search(question.sort(Sort.TITLE).after(next)))
                    .isInstanceOf(SearchOutcome.InvalidCursor.class);
            assertThat(search.search(question.filters(Map.of(Facet.LABEL, Set.of("gold"))).after(next)))
                    .isInstanceOf(SearchOutcome.InvalidCursor.class);
            var bytes = Base64.getUrlDecoder().decode(next.orElseThrow());
            for (int i = 0; i < bytes.length; i++) {
                var damaged = bytes.clone();
                damaged[i] ^= 1;
                assertRefused(search, question, Base64.getUrlEncoder().withoutPadding().encodeToString(damaged));
            }
            for (var text : List.of("", "A", "%%%", "é", "AQ", "A".repeat(5_000), next.orElseThrow() + "AAAA")) {
                assertRefused(search, question, text);
            }
        }
    }

    private static void assertRefused(CatalogSearch search, SearchQuery query, String cursor) {
        assertThat(search.search(query.after(Optional.of(cursor))))
                .as(cursor)
                .isInstanceOf(SearchOutcome.InvalidCursor.class);
    }

    private static List<Hit> everyPage(CatalogSearch search, SearchQuery first) {
        var hits = new ArrayList<Hit>();
        var query = first;
        while (true) {
            var page = Entries.result(search.search(query));
            hits.addAll(page.hits());
            if (page.next().isEmpty()) {
                return hits;
            }
            query = query.after(page.next());
        }
    }

    private static Optional<Comparator<Hit>> order(Sort sort) {
        var byId = Comparator.comparing(Hit::id);
        return switch (sort) {
            case RELEVANCE, TITLE -> Optional.empty();
            case NEWEST -> Optional.of(Comparator.comparing(Hit::modified).reversed().thenComparing(byId));
            case DOWNLOADS -> Optional.of(Comparator.comparingLong(Hit::downloads).reversed().thenComparing(byId));
        };
    }
}
