package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.search.RankReason.Kind;

/// What stands before what, and why.
class RankingIT {

    @TempDir
    Path directory;

    private CatalogSearch search;

    @BeforeEach
    void open() {
        search = CatalogSearch.open(directory, new Synonyms(List.of(List.of("空氣污染", "空污"))));
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void theExactTitleStandsFirstThenTitlesThenColumnsThenDescriptions() {
        put(
                Entries.described(Entries.titled("described", "公司清冊"), "列出各公司的統一編號與地址", List.of(), List.of()),
                Entries.described(Entries.titled("column", "公司名冊"), "", List.of(), List.of("統一編號", "公司名稱")),
                Entries.titled("titled", "公司統一編號對照"),
                Entries.titled("exact", "統一編號"));

        assertThat(Entries.ids(search.search(SearchQuery.of("統一編號"))))
                .containsExactly("exact", "titled", "column", "described");
    }

    @Test
    void noMeritReversesATextThatMatchesClearlyBetter() {
        var best = Entries.filed(
                Entries.described(Entries.titled("described", "公司清冊"), "各公司的統一編號", List.of(), List.of()),
                List.of(), List.of("csv"), "platinum", Entries.DAY.plus(Duration.ofDays(9_000)), Long.MAX_VALUE);
        var plain = Entries.filed(
                Entries.titled("titled", "公司統一編號"), List.of(), List.of("csv"), "none-failed", java.time.Instant.EPOCH, 0);
        put(best, plain);

        assertThat(Entries.ids(search.search(SearchQuery.of("統一編號")))).containsExactly("titled", "described");
    }

    @Test
    void ofEqualTextsTheFresherMoreDownloadedAndBetterStandsFirst() {
        var old = Entries.DAY.minus(Duration.ofDays(2_000));
        put(
                Entries.filed(Entries.titled("a", "路燈甲"), List.of(), List.of(), "none-failed", old, 0),
                Entries.filed(Entries.titled("b", "路燈乙"), List.of(), List.of(), "none-failed", Entries.DAY, 0),
                Entries.filed(Entries.titled("c", "路燈丙"), List.of(), List.of(), "none-failed", Entries.DAY, 9_000),
                Entries.filed(Entries.titled("d", "路燈丁"), List.of(), List.of(), "platinum", Entries.DAY, 9_000));

        assertThat(Entries.ids(search.search(SearchQuery.of("路燈")))).containsExactly("d", "c", "b", "a");
    }

    @Test
    void everyHitSaysWhyItStandsThere() {
        put(
                Entries.described(Entries.titled("a", "空氣污染季報"), "空污", List.of(), List.of()),
                Entries.titled("b", "水質季報"));

        var hit = Entries.result(search.search(SearchQuery.of("空污 季報").reasons(true))).hits().getFirst();

        assertThat(hit.reasons())
                .extracting(RankReason::kind, RankReason::text, RankReason::fields)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.TERM, "空污", List.of("title", "description")),
                        org.assertj.core.groups.Tuple.tuple(Kind.TERM, "季報", List.of("title")),
                        org.assertj.core.groups.Tuple.tuple(Kind.MERIT, "", List.of()));
        double sum = hit.reasons().stream()
                .filter(reason -> reason.kind() != Kind.MERIT)
                .mapToDouble(RankReason::points)
                .sum();
        assertThat(sum * hit.reasons().getLast().points()).isCloseTo(hit.score(), org.assertj.core.data.Percentage.withPercentage(0.1));
        assertThat(Entries.result(search.search(SearchQuery.of("空污"))).hits().getFirst().reasons()).isEmpty();
    }

    @Test
    void oneStandsForItsSeriesAndTheOthersAreCounted() {
        put(IntStream.rangeClosed(1, 12)
                .mapToObj(month -> Entries.by(
                        Entries.titled("m" + month, "花蓮縣110年" + month + "月人口統計"), "hualien", "花蓮縣政府", List.of()))
                .toArray(SearchEntry[]::new));
        put(
                Entries.by(Entries.titled("roman", "花蓮縣一一一年三月人口統計"), "hualien", "花蓮縣政府", List.of()),
                Entries.by(Entries.titled("elsewhere", "花蓮縣110年1月人口統計"), "other", "別的機關", List.of()),
                Entries.titled("alone", "人口統計說明"));

        var query = SearchQuery.of("人口統計").grouped(true);
        var result = Entries.result(search.search(query));

        assertThat(result.total()).isEqualTo(15);
        assertThat(result.hits()).hasSize(3);
        assertThat(result.hits().stream().mapToLong(hit -> 1 + hit.others()).sum()).isEqualTo(15);
        var head = result.hits().stream().filter(hit -> hit.others() > 0).toList();
        assertThat(head).hasSize(1).first().extracting(Hit::others).isEqualTo(12L);
        var members = Entries.result(search.search(query.series(java.util.Optional.of(head.getFirst().series()))));
        assertThat(members.total()).isEqualTo(13);
        assertThat(members.hits()).hasSize(13).allSatisfy(hit -> assertThat(hit.others()).isZero());
    }

    @Test
    void everySeriesComesOnceOverAllPages() {
        put(IntStream.range(0, 60)
                .mapToObj(i -> Entries.titled("d" + i, "路燈" + (char) ('甲' + i / 3) + "資料" + i % 3 + "月"))
                .toArray(SearchEntry[]::new));
        var seen = new java.util.ArrayList<String>();
        var query = SearchQuery.of("路燈").grouped(true).size(7);
        for (var after = java.util.Optional.<String>empty(); ; ) {
            var page = Entries.result(search.search(query.after(after)));
            page.hits().forEach(hit -> seen.add(hit.series()));
            after = page.next();
            if (after.isEmpty()) {
                break;
            }
        }
        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aPageOfAnIndexThatChangedSaysSo() {
        put(Entries.titled("a", "路燈甲"), Entries.titled("b", "路燈乙"), Entries.titled("c", "路燈丙"));
        var query = SearchQuery.of("路燈").size(1);
        var next = Entries.result(search.search(query)).next();
        assertThat(Entries.result(search.search(query.after(next))).notes()).isEmpty();
        put(Entries.titled("d", "路燈丁"));
        assertThat(Entries.result(search.search(query.after(next))).notes())
                .containsExactly(SearchResult.Note.INDEX_CHANGED);
    }

    private void put(SearchEntry... entries) {
        search.apply(Entries.puts(List.of(entries)), search.lastApplied() + 1);
    }
}
