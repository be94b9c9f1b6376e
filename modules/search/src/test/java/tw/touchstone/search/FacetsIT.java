package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.DatasetId;

class FacetsIT {

    @TempDir
    Path directory;

    private static SearchEntry entry(String id, String agency, List<String> formats, String label) {
        var titled = Entries.by(Entries.titled(id, "空氣資料"), agency, agency, List.of());
        return Entries.filed(titled, List.of("500", "510"), formats, label, Entries.DAY, 0);
    }

    @Test
    void aFacetIsCountedWithoutItsOwnFilter() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(
                    Entries.puts(List.of(
                            entry("1", "moda", List.of("csv", "json"), "gold"),
                            entry("2", "moda", List.of("csv"), "silver"),
                            entry("3", "moenv", List.of("json"), "gold"),
                            entry("4", "moenv", List.of("xml"), "gold"))),
                    1);
            for (var text : List.of("", "空氣")) {
                var query = SearchQuery.of(text)
                        .filters(Map.of(Facet.FORMAT, Set.of("csv", "xml", "shp"), Facet.LABEL, Set.of("gold")));
                var result = Entries.result(search.search(query));
                assertThat(result.total()).isEqualTo(2);
                assertThat(Entries.ids(result)).containsExactlyInAnyOrder("1", "4");
                assertThat(result.facets())
                        .isEqualTo(new EnumMap<>(Map.of(
                                Facet.AGENCY,
                                List.of(new FacetCount("moda", 1), new FacetCount("moenv", 1)),
                                Facet.THEME,
                                List.of(new FacetCount("500", 2), new FacetCount("510", 2)),
                                Facet.FORMAT,
                                List.of(
                                        new FacetCount("json", 2),
                                        new FacetCount("csv", 1),
                                        new FacetCount("xml", 1),
                                        new FacetCount("shp", 0)),
                                Facet.LABEL,
                                List.of(new FacetCount("gold", 2), new FacetCount("silver", 1)),
                                Facet.GRADE,
                                List.of(new FacetCount("ungraded", 2)),
                                Facet.LICENCE,
                                List.of(new FacetCount("ogdl-1", 2)))));
            }
        }
    }

    @Test
    void aGradeIsFilteredCountedAndShown() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(
                    Entries.puts(List.of(
                            Entries.graded(Entries.titled("1", "水質"), "a"),
                            Entries.graded(Entries.titled("2", "水質"), "b"),
                            Entries.titled("3", "水質"))),
                    1);
            var result = Entries.result(search.search(SearchQuery.of("水質").filters(Map.of(Facet.GRADE, Set.of("a")))));
            assertThat(result.hits()).extracting(Hit::id, Hit::grade).containsExactly(tuple(new DatasetId("1"), "a"));
            assertThat(result.counts(Facet.GRADE))
                    .containsExactlyInAnyOrder(new FacetCount("a", 1), new FacetCount("b", 1), new FacetCount("ungraded", 1));
        }
    }

    @Test
    void countsOfBrowsingFollowEveryChange() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            for (int i = 1; i <= 3; i++) {
                search.apply(Entries.puts(List.of(entry("d" + i, "moda", List.of("csv"), "gold"))), i);
                var result = Entries.result(search.search(SearchQuery.of("")));
                assertThat(result.counts(Facet.AGENCY)).containsExactly(new FacetCount("moda", i));
            }
            assertThat(Entries.result(search.search(SearchQuery.of("").facets(false))).facets()).isEmpty();
        }
    }

    @Test
    void daysAreDaysInTaipeiBothIncluded() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            var day = LocalDate.of(2026, 3, 1);
            var midnight = day.atStartOfDay(ZoneId.of("Asia/Taipei")).toInstant();
            var changes = new ArrayList<SearchEntry>();
            for (var at : Map.of("before", -1L, "first", 0L, "last", 86_399_999L, "after", 86_400_000L).entrySet()) {
                changes.add(Entries.filed(
                        Entries.titled(at.getKey(), "水"), List.of(), List.of(), "gold", midnight.plusMillis(at.getValue()), 0));
            }
            search.apply(Entries.puts(changes), 1);
            var oneDay = SearchQuery.of("水").modified(Optional.of(day), Optional.of(day));
            assertThat(Entries.ids(search.search(oneDay))).containsExactlyInAnyOrder("first", "last");
            var since = SearchQuery.of("").modified(Optional.of(day), Optional.empty());
            assertThat(Entries.ids(search.search(since))).containsExactlyInAnyOrder("after", "last", "first");
            var extremes = SearchQuery.of("").modified(Optional.of(LocalDate.MIN), Optional.of(LocalDate.MAX));
            assertThat(Entries.result(search.search(extremes)).total()).isEqualTo(4);
        }
    }

    @Test
    void countsAgreeWithCountingByHand() {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        var entries = new ArrayList<SearchEntry>();
        for (int i = 0; i < 500; i++) {
            entries.add(entry(
                    "d" + i,
                    "a" + random.nextInt(7),
                    List.of("f" + random.nextInt(4), "g" + random.nextInt(3)),
                    "l" + random.nextInt(3)));
        }
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            for (int i = 0; i < entries.size(); i += 50) {
                search.apply(Entries.puts(entries.subList(i, i + 50)), i + 1);
            }
            for (int run = 0; run < 50; run++) {
                var filters = Map.of(
                        Facet.AGENCY, Set.of("a" + random.nextInt(3), "a" + (3 + random.nextInt(4))),
                        Facet.FORMAT, Set.of("f" + random.nextInt(4)));
                var text = random.nextBoolean() ? "" : "空氣";
                var result = Entries.result(search.search(SearchQuery.of(text).filters(filters)));
                for (var facet : Facet.values()) {
                    var byHand = new TreeMap<String, Long>();
                    entries.stream()
                            .filter(entry -> filters.entrySet().stream()
                                    .allMatch(filter -> filter.getKey() == facet
                                            || filter.getKey().valuesOf(entry).stream()
                                                    .anyMatch(filter.getValue()::contains)))
                            .flatMap(entry -> facet.valuesOf(entry).stream())
                            .forEach(value -> byHand.merge(value, 1L, Long::sum));
                    var counted = new TreeMap<String, Long>();
                    result.counts(facet).forEach(count -> counted.put(count.value(), count.count()));
                    assertThat(counted).as("seed %d, %s", seed, facet).isEqualTo(byHand);
                }
            }
        }
    }
}
