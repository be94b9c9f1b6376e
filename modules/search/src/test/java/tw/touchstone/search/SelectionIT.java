package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// Selections of twelve hundred datasets, of which every third is about water and every second is the first agency's.
class SelectionIT {

    private static final int ALL = 1_200;

    private static final Condition WATER = new Condition.Keyword(Set.of("水 質"));
    private static final Condition FIRST = new Condition.Has(Facet.AGENCY, Set.of("first"));

    @TempDir
    private static Path folder;

    private static CatalogSearch search;

    @BeforeAll
    static void fill() {
        search = CatalogSearch.open(folder, new Synonyms(List.of()));
        search.apply(
                IntStream.range(0, ALL)
                        .<IndexChange>mapToObj(i -> new IndexChange.Put(entry(i)))
                        .toList(),
                ALL);
    }

    @AfterAll
    static void close() {
        search.close();
    }

    private static SearchEntry entry(int i) {
        return new SearchEntry(
                id(i),
                LangText.zh((i % 5 == 0 ? "河川" : "道路") + "第 " + i),
                LangText.NONE,
                i % 3 == 0 ? List.of("水 質", "全部") : List.of("全部"),
                Optional.of(new AgencyId(i % 2 == 0 ? "first" : "second")),
                LangText.NONE,
                List.of(),
                i % 4 == 0 ? List.of("climate") : List.of(),
                List.of(),
                List.of("csv"),
                List.of(),
                List.of(),
                "gold",
                "a",
                Optional.empty(),
                Entries.DAY,
                Entries.DAY.minusSeconds(i),
                i + 1,
                0);
    }

    private static DatasetId id(int i) {
        return new DatasetId("d%04d".formatted(i));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(new Condition.Everything(), 1_200),
                Arguments.of(WATER, 400),
                Arguments.of(new Condition.Keyword(Set.of("水")), 0),
                Arguments.of(new Condition.HasKeyword(), 1_200),
                Arguments.of(FIRST, 600),
                Arguments.of(new Condition.All(List.of(WATER, FIRST)), 200),
                Arguments.of(new Condition.Any(List.of(WATER, FIRST)), 800),
                Arguments.of(new Condition.Not(FIRST), 600),
                Arguments.of(new Condition.All(List.of(WATER, new Condition.Not(FIRST))), 200),
                Arguments.of(new Condition.Not(new Condition.Not(WATER)), 400),
                Arguments.of(new Condition.All(List.of()), 1_200),
                Arguments.of(new Condition.Any(List.of()), 0),
                Arguments.of(new Condition.HasSome(Facet.THEME), 300),
                Arguments.of(new Condition.Not(new Condition.HasSome(Facet.LICENCE)), 1_200),
                Arguments.of(new Condition.Is(Set.of(id(1), id(2), new DatasetId("none"))), 2),
                Arguments.of(new Condition.Changed(1, 10), 10),
                Arguments.of(new Condition.Changed(1_191, Long.MAX_VALUE), 10),
                Arguments.of(new Condition.Registered(Entries.DAY.minusSeconds(9), Entries.DAY), 10),
                Arguments.of(new Condition.TitleHolds("河川第"), 240),
                Arguments.of(new Condition.TitleHolds("第 119"), 11),
                Arguments.of(new Condition.TitleHolds(" "), 0),
                Arguments.of(new Condition.Says("河川"), 240),
                Arguments.of(new Condition.Says("title:河川 -第"), 0),
                Arguments.of(new Condition.All(List.of(new Condition.Says("道路"), WATER)), 320));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aConditionIsFulfilledByAsManyAsItShould(Condition condition, int many) {
        assertThat(select(of(condition, 0, 10)).total()).isEqualTo(many);
    }

    @Test
    void everyDatasetIsMetOnceByCountingToTheEnd() {
        for (var order : Selection.Order.values()) {
            var met = new ArrayList<DatasetId>();
            for (int start = 0; start < ALL; start += 250) {
                select(new Selection("", new Condition.Everything(), order, false, start, 250, false, false))
                        .datasets()
                        .forEach(each -> met.add(each.id()));
            }
            assertThat(met).as(order.name()).hasSize(ALL).doesNotHaveDuplicates();
        }
        var beyond = select(of(new Condition.Everything(), ALL, 10));
        assertThat(beyond.datasets()).isEmpty();
        assertThat(beyond.total()).isEqualTo(ALL);
        assertThat(select(of(new Condition.Everything(), Integer.MAX_VALUE, 1_000))
                        .datasets())
                .isEmpty();
    }

    @Test
    void ordersAndTheirOppositesBeginAtTheEndsTheyShould() {
        assertThat(first(Selection.Order.IDENTIFIER, false)).isEqualTo(id(0));
        assertThat(first(Selection.Order.IDENTIFIER, true)).isEqualTo(id(ALL - 1));
        assertThat(first(Selection.Order.CHANGED, false)).isEqualTo(id(0));
        assertThat(first(Selection.Order.CHANGED, true)).isEqualTo(id(ALL - 1));
        assertThat(first(Selection.Order.REGISTERED, false)).isEqualTo(id(ALL - 1));
        assertThat(first(Selection.Order.REGISTERED, true)).isEqualTo(id(0));
        assertThat(first(Selection.Order.RELEVANCE, false)).isEqualTo(id(ALL - 1));
    }

    @Test
    void countsAreOfWhatWasFound() {
        var selected = select(new Selection("河川", WATER, Selection.Order.RELEVANCE, false, 0, 0, true, true));
        assertThat(selected.datasets()).isEmpty();
        assertThat(selected.total()).isEqualTo(80);
        assertThat(selected.counts(Facet.AGENCY))
                .containsExactly(new FacetCount("first", 40), new FacetCount("second", 40));
        assertThat(selected.keywords()).containsExactly(new FacetCount("全部", 80), new FacetCount("水 質", 80));
        assertThat(select(of(new Condition.Everything(), 0, 1)).datasets())
                .containsExactly(new Selected.Found(id(0), "gold", "a"));
    }

    private static DatasetId first(Selection.Order order, boolean backwards) {
        return select(new Selection("", new Condition.Everything(), order, backwards, 0, 1, false, false))
                .datasets()
                .getFirst()
                .id();
    }

    @Test
    void moreTextsThanCanBeLookedForAreToldFromNothingFound() {
        var texts = IntStream.range(0, 500)
                .<Condition>mapToObj(i -> new Condition.Says("詞" + i))
                .toList();
        assertThat(search.select(of(new Condition.Any(texts), 0, 1))).isEmpty();
        assertThat(select(of(new Condition.Any(texts.subList(0, 20)), 0, 1)).total())
                .isZero();
    }

    private static Selected select(Selection selection) {
        return search.select(selection).orElseThrow();
    }

    private static Selection of(Condition condition, int skip, int size) {
        return new Selection("", condition, Selection.Order.IDENTIFIER, false, skip, size, false, false);
    }
}
