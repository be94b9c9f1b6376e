package tw.touchstone.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.touchstone.exchange.catalogue.CatalogueItem.Refused;
import tw.touchstone.exchange.catalogue.CatalogueItem.Repeated;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;

class RepeatsIT {

    @Test
    void mergesRowsOfTheSameTitleAndAgency() {
        var imported = read(OnConflict.FIRST);
        var dataset = imported.draft("1").dataset();

        assertThat(dataset.description()).isEqualTo(LangText.zh("後來的說明"));
        assertThat(dataset.distributions())
                .extracting(each -> each.id().toString(), Distribution::downloadUrl, Distribution::format)
                .containsExactly(
                        tuple("1-1", url("https://data.example.tw/w1"), Optional.of(FileFormat.CSV)),
                        tuple("1-2", url("https://data.example.tw/%E6%AD%B2%202"), Optional.of(FileFormat.JSON)));
        assertThat(imported.others().getFirst()).isInstanceOfSatisfying(Repeated.class, merged -> {
            assertThat(merged.line()).isEqualTo(5);
            assertThat(merged.otherLine()).isEqualTo(2);
            assertThat(merged.fate()).isEqualTo(Fate.MERGED);
            assertThat(merged.difference())
                    .isEqualTo("1 URLs added, 1 repeated, 1 of them with another format or encoding");
            assertThat(merged.notes()).extracting(Note::kind).containsExactly(NoteKind.URL_REPAIRED);
            assertThat(merged.urls()).isEqualTo(new UrlCounts(2, 0, 1, 0, 1, 0, 0));
        });
    }

    @Test
    void theFirstRowWinsAndTheRestAreReportedWithTheDifference() {
        var imported = read(OnConflict.FIRST);

        assertThat(imported.draft("2").dataset().distributions())
                .extracting(Distribution::downloadUrl)
                .containsExactly(url("https://data.example.tw/r1"), url("https://data.example.tw/r2"));
        assertThat(imported.report().conflicts())
                .containsExactly(conflict(6, 3, Fate.FIRST_WINS, "橋梁", "道路"), conflict(8, 3, Fate.FIRST_WINS, "橋梁", "道路"));
    }

    @Test
    void theLastRowWinsWhereThatIsAsked() {
        var imported = read(OnConflict.LAST);

        assertThat(imported.draft("2").line()).isEqualTo(6);
        assertThat(imported.draft("2").dataset().distributions())
                .extracting(Distribution::downloadUrl)
                .containsExactly(url("https://data.example.tw/b1"), url("https://data.example.tw/b2"));
        assertThat(imported.report().conflicts())
                .containsExactly(conflict(3, 6, Fate.LAST_WINS, "道路", "橋梁"), conflict(7, 6, Fate.LAST_WINS, "道路", "橋梁"));
    }

    @Test
    void noRowIsRegisteredWhereConflictsAreRefused() {
        var imported = read(OnConflict.REFUSE);

        assertThat(imported.report().refused())
                .extracting(Refused::line, Refused::reason)
                .containsExactly(
                        tuple(3L, "another dataset has this identifier, see 6"),
                        tuple(6L, "another dataset has this identifier, see 3"),
                        tuple(7L, "another dataset has this identifier, see 6"),
                        tuple(8L, "another dataset has this identifier, see 3"));
        assertThat(imported.report().datasets()).isEqualTo(2);
    }

    @Test
    void theNumbersAddUpWhateverIsAsked() {
        for (var onConflict : OnConflict.values()) {
            var report = read(onConflict).report();

            assertThat(report.balanced()).as("%s", onConflict).isTrue();
            assertThat(List.of(report.rows(), report.urls().read())).containsExactly(7L, 8L);
        }
    }

    @Test
    void aDatasetIsHeldBackUntilItsLastRow() {
        assertThat(read(OnConflict.FIRST).items())
                .extracting(CatalogueItem::line)
                .containsExactly(4L, 2L, 5L, 3L, 7L, 6L, 8L);
    }

    private static ImportedFile read(OnConflict onConflict) {
        return ImportedFile.of(ImportedFile.fixture("repeats.csv"), onConflict, Limits.DEFAULT);
    }

    private static Repeated conflict(long line, long otherLine, Fate fate, String title, String registered) {
        return new Repeated(
                line,
                "2",
                otherLine,
                fate,
                "資料集名稱 '%s' instead of '%s'".formatted(title, registered),
                List.of(),
                new UrlCounts(1, 0, 0, 0, 0, 0, 1));
    }

    private static Optional<URI> url(String text) {
        return Optional.of(URI.create(text));
    }
}
