package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Excerpt.Mark;

class LuceneCatalogSearchIT {

    @TempDir
    Path directory;

    @Test
    void aChangeIsInTheVeryNextSearch() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            for (int i = 1; i <= 200; i++) {
                search.apply(List.of(new IndexChange.Put(Entries.titled("d", "第" + i + "版"))), i);
                assertThat(Entries.ids(search.search(SearchQuery.of("第" + i + "版")))).containsExactly("d");
                assertThat(search.lastApplied()).isEqualTo(i);
            }
            assertThat(search.size()).isEqualTo(1);
            search.apply(List.of(new IndexChange.Remove(new DatasetId("d"))), 201);
            assertThat(Entries.ids(search.search(SearchQuery.of("")))).isEmpty();
            assertThat(search.size()).isZero();
        }
    }

    @Test
    void aHitShowsWhatWasIndexed() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            var titled = Entries.titled("41568", LangText.of("空氣品質監測", "Air quality"));
            var described = Entries.described(titled, "本資料為空氣品質，單位μg/m3。", List.of(), List.of());
            var filed = Entries.filed(
                    Entries.by(described, "moenv", "環境部", List.of()),
                    List.of("500"),
                    List.of("csv", "json"),
                    "gold",
                    Entries.DAY,
                    17);
            search.apply(List.of(new IndexChange.Put(filed)), 1);
            var hit = Entries.result(search.search(SearchQuery.of("空气品质"))).hits().getFirst();
            assertThat(hit)
                    .isEqualTo(new Hit(
                            new DatasetId("41568"),
                            hit.score(),
                            titled.title(),
                            new Excerpt(LangText.ZH, "空氣品質監測", List.of(new Mark(0, 4))),
                            new Excerpt(LangText.ZH, "本資料為空氣品質，單位μg/m3。", List.of(new Mark(4, 8))),
                            Optional.of(new AgencyId("moenv")),
                            LangText.zh("環境部"),
                            List.of("csv", "json"),
                            "gold",
                            "ungraded",
                            Entries.DAY,
                            17,
                            Series.written(Series.key("41568", Optional.of(new AgencyId("moenv")), titled.title())),
                            0,
                            List.of()));
            assertThat(hit.score()).isPositive();
        }
    }

    @Test
    void downloadsAreUpdatedInPlace() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(Entries.puts(List.of(Entries.titled("a", "水"), Entries.titled("b", "水"))), 1);
            search.updateDownloads(Map.of(new DatasetId("b"), 5L, new DatasetId("gone"), 7L));
            var hits = Entries.result(search.search(SearchQuery.of("水").sort(SearchQuery.Sort.DOWNLOADS)))
                    .hits();
            assertThat(hits).extracting(hit -> hit.id().value()).containsExactly("b", "a");
            assertThat(hits).extracting(Hit::downloads).containsExactly(5L, 0L);
            assertThat(search.size()).isEqualTo(2);
        }
    }

    @Test
    void anExactTitleOrIdentifierStandsFirst() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(
                    Entries.puts(List.of(
                            Entries.described(
                                    Entries.titled("1", "空氣品質空氣品質"), "空氣品質", List.of("空氣品質"), List.of("空氣品質")),
                            Entries.titled("2", "「空氣品質」"),
                            Entries.titled("3", "空氣品質與2的關係"),
                            Entries.described(Entries.titled("4", "路燈"), "空氣品質", List.of(), List.of()))),
                    1);
            assertThat(Entries.ids(search.search(SearchQuery.of("空气品质")))).startsWith("2").endsWith("4");
            assertThat(Entries.ids(search.search(SearchQuery.of("2")))).containsExactly("2", "3");
        }
    }

    @Test
    void aRestartKeepsEverythingThatWasApplied() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(List.of(new IndexChange.Put(Entries.titled("a", "水"))), 7);
            search.apply(List.of(), 9);
        }
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThat(search.lastApplied()).isEqualTo(9);
            assertThat(Entries.ids(search.search(SearchQuery.of("水")))).containsExactly("a");
        }
    }

    @Test
    void aCrashFallsBackToTheLastCommit(@TempDir Path crashed) throws IOException {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(List.of(new IndexChange.Put(Entries.titled("a", "水"))), 1);
            search.commit();
            search.apply(List.of(new IndexChange.Put(Entries.titled("b", "水"))), 2);
            copy(directory.resolve(IndexFolder.FORMAT), Files.createDirectory(crashed.resolve(IndexFolder.FORMAT)));
            assertThat(search.lastApplied()).isEqualTo(2);
        }
        try (var search = CatalogSearch.open(crashed, Synonyms.NONE)) {
            assertThat(search.lastApplied()).isEqualTo(1);
            assertThat(Entries.ids(search.search(SearchQuery.of("水")))).containsExactly("a");
        }
    }

    @Test
    void manyChangesAreCommittedInTheBackground() throws IOException {
        var schedule = new CommitSchedule(Duration.ofDays(1), 3);
        try (var search = LuceneCatalogSearch.open(directory, Synonyms.NONE, schedule)) {
            search.apply(Entries.puts(List.of(Entries.titled("a", "水"), Entries.titled("b", "水"))), 1);
            assertThat(committedFiles()).isEmpty();
            search.apply(List.of(new IndexChange.Put(Entries.titled("c", "水"))), 2);
            search.awaitBackground();
            assertThat(committedFiles()).isNotEmpty();
        }
    }

    @Test
    void anIndexOfAnotherFormatInTheFolderOfThisOneIsEmptied() throws IOException {
        try (var writer = new IndexWriter(FSDirectory.open(directory.resolve(IndexFolder.FORMAT)), new IndexWriterConfig())) {
            writer.addDocument(EntryDocument.of(Entries.titled("old", "水")));
            writer.setLiveCommitData(Map.of("touchstone.format", "0", "touchstone.number", "12").entrySet());
        }
        assertEmptied();
    }

    @Test
    void aDamagedIndexIsEmptied() throws IOException {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(List.of(new IndexChange.Put(Entries.titled("a", "水"))), 3);
        }
        var largest = files().stream()
                .filter(file -> file.toString().endsWith(".cfs"))
                .findFirst()
                .orElseThrow();
        var bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(largest, bytes);
        assertEmptied();
        for (var part : List.of("segments_", ".cfs", ".si")) {
            var file = files().stream()
                    .filter(path -> path.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
            Files.write(file, new byte[] {1, 2, 3});
            assertEmptied();
        }
    }

    @Test
    void aDirectoryIsOpenOnlyOnce() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThatThrownBy(() -> CatalogSearch.open(directory, Synonyms.NONE))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("open in another process");
            assertThat(search.size()).isZero();
        }
    }

    private void assertEmptied() {
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThat(search.lastApplied()).isZero();
            assertThat(search.size()).isZero();
            search.apply(List.of(new IndexChange.Put(Entries.titled("new", "水"))), 1);
            assertThat(Entries.ids(search.search(SearchQuery.of("水")))).containsExactly("new");
        }
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThat(search.lastApplied()).isEqualTo(1);
        }
    }

    private Set<Path> committedFiles() throws IOException {
        return Set.copyOf(files().stream()
                .filter(file -> file.getFileName().toString().startsWith("segments_"))
                .toList());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory.resolve(IndexFolder.FORMAT))) {
            return files.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
