package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.LangText;
import tw.touchstone.search.SearchResult.Note;

/// Texts that nobody types by mistake are answered like others, at a bounded cost.
class HostileQueryIT {

    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private CatalogSearch search;

    @BeforeEach
    void open() {
        var synonyms = new Synonyms(IntStream.range(0, 100)
                .mapToObj(i -> List.of("水", "水" + i, "水水", "a", "b" + i))
                .toList());
        search = CatalogSearch.open(directory, synonyms);
        search.apply(
                Entries.puts(IntStream.range(0, 200)
                        .mapToObj(i -> Entries.titled("d" + i, "水質監測站 water " + i))
                        .toList()),
                1);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void everyTextIsAnsweredInBoundedTime() {
        for (var text : List.of(
                "水".repeat(10_000),
                "水 ".repeat(1_000),
                "a水 ".repeat(1_000),
                "-水 ".repeat(1_000),
                "\"水 ".repeat(1_000),
                "a,水水,".repeat(1_000),
                "a".repeat(10_000),
                "a\u0301\u0323".repeat(5_000),
                "\u0000\u0001\u001B\u007F",
                "\uD800",
                "水\uDC00質",
                "\uFFFF\uFFFE",
                "\u202E\u200F水質",
                "'; DROP TABLE datasets; --",
                "title:[* TO *] AND (a OR",
                "/.*.*.*/ ~0.1 ^99",
                "SELECT ?s WHERE { ?s ?p ?o }",
                "?!。，、「」",
                "*",
                "-",
                "\"")) {
            answered(SearchQuery.of(text));
        }
    }

    @Test
    void randomTextsAreAnswered() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        var alphabet = "水質監a1 \"-_:'. 臺\uD840\uDC00ＡＱ,\n\u200B(*";
        for (int run = 0; run < 300; run++) {
            var text = random.ints(random.nextInt(400), 0, alphabet.length())
                    .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                    .collect(Collectors.joining());
            assertThat(answered(SearchQuery.of(text)).hits()).as("seed %d, %s", seed, text).isNotNull();
        }
    }

    @Test
    void whatWasNotReadIsSaid() {
        assertThat(answered(SearchQuery.of("水".repeat(300))).notes()).contains(Note.TEXT_CUT);
        assertThat(answered(SearchQuery.of("水質")).notes()).isEmpty();
    }

    @Test
    void onlyPunctuationAsksForEverythingAndOnlyMinusForTheRest() {
        assertThat(answered(SearchQuery.of("?!。")).total()).isEqualTo(200);
        assertThat(answered(SearchQuery.of("-water")).total()).isZero();
        assertThat(answered(SearchQuery.of("-17")).total()).isEqualTo(199);
    }

    @Test
    void unknownAndManyFilterValuesAreAnswered() {
        var many = IntStream.range(0, 5_000).mapToObj(i -> "水\uD800" + i).collect(Collectors.toSet());
        var result = answered(SearchQuery.of("水").filters(Map.of(Facet.AGENCY, many, Facet.THEME, Set.of(""))));
        assertThat(result.total()).isZero();
        assertThat(result.counts(Facet.AGENCY)).hasSize(SearchResult.MAX_FACET_VALUES);
        assertThat(answered(SearchQuery.of("水").language("x-\uD800")).total()).isEqualTo(200);
    }

    @Test
    void entriesOfAnyContentAreIndexed() {
        var texts = LangText.of(Map.of("zh-Hant-TW", "\uD800水\u0000" + "a\u0301".repeat(50_000), "", "x"));
        var entry = Entries.described(
                Entries.titled("big", texts),
                "長".repeat(500_000),
                List.of("", " ", "k".repeat(100_000)),
                IntStream.range(0, 10_000).mapToObj(i -> "column_" + i).toList());
        var filed = Entries.filed(
                entry, List.of("", "t".repeat(40_000)), List.of("csv", "csv"), "", Entries.DAY, Long.MAX_VALUE);
        assertThatCode(() -> search.apply(List.of(new IndexChange.Put(filed)), 2))
                .doesNotThrowAnyException();
        assertThat(Entries.ids(search.search(SearchQuery.of("column_17")))).containsExactly("big");
    }

    private SearchResult answered(SearchQuery query) {
        return assertTimeout(
                FAR_TOO_LONG, () -> Entries.result(search.search(query)));
    }
}
