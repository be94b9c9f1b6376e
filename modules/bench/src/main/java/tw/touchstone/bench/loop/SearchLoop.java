package tw.touchstone.bench.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tw.touchstone.bench.disk.Folder;
import tw.touchstone.bench.export.MadeUp;
import tw.touchstone.bench.export.QueryTexts;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.IndexChange;
import tw.touchstone.search.SearchEntry;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.Synonyms;

/// One search in an index of 20,000 datasets, each time with another text: analysis, hits, all facets, page of twenty.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SearchLoop {

    private static final int DATASETS = 20_000;
    private static final int TEXTS = 2_000;

    private final Path folder = temporary();
    private final CatalogSearch search = CatalogSearch.open(folder, Synonyms.NONE);
    private final List<SearchQuery> queries = fill();
    private int asked;

    @Benchmark
    public SearchOutcome withFacets() {
        return search.search(next());
    }

    @Benchmark
    public SearchOutcome withoutFacets() {
        return search.search(next().facets(false));
    }

    @TearDown
    public void remove() {
        search.close();
        Folder.delete(folder);
    }

    private SearchQuery next() {
        asked = (asked + 1) % queries.size();
        return queries.get(asked);
    }

    private List<SearchQuery> fill() {
        var topics = Described.topics(DATASETS);
        var changes = new ArrayList<IndexChange>();
        for (int i = 0; i < topics.size(); i++) {
            changes.add(new IndexChange.Put(entry(i, topics.get(i))));
        }
        search.apply(changes, 1);
        search.commit();
        return QueryTexts.of(topics.stream().map(MadeUp.Topic::title).toList(), TEXTS).stream()
                .map(SearchQuery::of)
                .toList();
    }

    private static SearchEntry entry(int number, MadeUp.Topic topic) {
        var modified = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(3_600L * number);
        return new SearchEntry(
                new DatasetId(String.valueOf(100_001 + number)),
                LangText.zh(topic.title()),
                LangText.zh(topic.description()),
                List.of(),
                Optional.of(new AgencyId("agency-" + Math.floorMod(topic.agency().hashCode(), 700))),
                LangText.zh(topic.agency()),
                List.of(),
                List.of("theme-" + number % 18),
                List.of(),
                List.of(number % 3 == 0 ? "json" : "csv"),
                topic.fields(),
                List.of(),
                number % 5 == 0 ? "platinum" : "none-unchecked",
                number % 7 == 0 ? "b" : "ungraded",
                Optional.of("ogdl-1"),
                modified,
                modified,
                number,
                number % 100);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("touchstone-bench-index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
