package tw.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.search.SearchResult.Note;

/// An index of another format, found at the start.
class FormerIndexIT {

    @TempDir
    Path directory;

    @Test
    void theFormerIndexAnswersUntilTheNewOneStandsWhereItStood() throws IOException {
        leave("3");
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThat(search.lastApplied()).isZero();
            assertThat(search.size()).isEqualTo(2);
            var before = Entries.result(search.search(SearchQuery.of("路燈")));
            assertThat(before.notes()).containsExactly(Note.REBUILDING);
            assertThat(Entries.ids(before)).containsExactlyInAnyOrder("a", "b");

            search.apply(Entries.puts(List.of(Entries.titled("a", "路燈甲"))), 1);
            assertThat(Entries.result(search.search(SearchQuery.of("路燈"))).total()).isEqualTo(2);

            search.apply(Entries.puts(List.of(Entries.titled("c", "路燈丙"))), 2);
            var after = Entries.result(search.search(SearchQuery.of("路燈")));
            assertThat(after.notes()).isEmpty();
            assertThat(Entries.ids(after)).containsExactlyInAnyOrder("a", "c");
        }
        assertThat(directory.resolve("3")).doesNotExist();
    }

    @Test
    void anIndexOfTheFirstFormatsLiesInTheDirectoryItself() throws IOException {
        leave(".");
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThat(Entries.result(search.search(SearchQuery.of("路燈"))).notes()).containsExactly(Note.REBUILDING);
            search.apply(Entries.puts(List.of(Entries.titled("c", "路燈丙"))), 2);
            assertThat(Entries.ids(search.search(SearchQuery.of("路燈")))).containsExactly("c");
        }
        try (var search = CatalogSearch.open(directory, Synonyms.NONE);
                var left = Files.list(directory)) {
            assertThat(search.lastApplied()).isEqualTo(2);
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aStartInBetweenGoesOnWhereTheNewOneWas() throws IOException {
        leave("3");
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            search.apply(Entries.puts(List.of(Entries.titled("a", "路燈甲"))), 1);
        }
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThat(search.lastApplied()).isEqualTo(1);
            assertThat(Entries.result(search.search(SearchQuery.of("路燈"))).notes()).containsExactly(Note.REBUILDING);
        }
    }

    @Test
    void oneThatCannotBeReadIsDeletedAndOthersFilesAreLeftAlone() throws IOException {
        leave("3");
        try (var files = Files.list(directory.resolve("3"))) {
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("segments")).toList()) {
                Files.writeString(file, "no index", StandardCharsets.UTF_8);
            }
        }
        Files.createDirectories(directory.resolve("notes"));
        try (var search = CatalogSearch.open(directory, Synonyms.NONE)) {
            assertThat(Entries.result(search.search(SearchQuery.of("路燈"))).total()).isZero();
        }
        assertThat(directory.resolve("3")).doesNotExist();
        assertThat(directory.resolve("notes")).exists();
    }

    /// Leaves an index with two datasets at change 2 where another format would have it.
    private void leave(String folder) throws IOException {
        var made = directory.resolve("made");
        try (var search = CatalogSearch.open(made, Synonyms.NONE)) {
            search.apply(Entries.puts(List.of(Entries.titled("a", "路燈甲"), Entries.titled("b", "路燈乙"))), 2);
        }
        var from = made.resolve(IndexFolder.FORMAT);
        var to = Files.createDirectories(directory.resolve(folder));
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        }
        Files.delete(from);
        Files.delete(made);
    }
}
