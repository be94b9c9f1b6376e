package tw.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.usage.CarriedOver;
import tw.touchstone.usage.Totals;

/// What another system counted is carried over from the command line, on a home that no server holds.
class UsageImportIT {

    private static final LocalDate DAY = LocalDate.parse("2018-06-30");

    @TempDir
    private Path folder;

    private Path table = Path.of("");

    @BeforeEach
    void write() throws IOException {
        PublishedHome.create(folder.resolve("home"));
        table = Files.writeString(folder.resolve("old.tsv"), """
                title\tid_2026\tprovider_2018\tviews_2018\tdownloads_2018\trating_2018
                站名\td\t署\t100\t20\t
                舊檔\t4711\t署\t1000\t200\t60
                站名（二）\td\t署\t5\t1\t
                """);
    }

    private CommandRun carry(String... more) {
        var arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {"usage", "import", "--home", folder.resolve("home").toString(), table.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.here(arguments);
    }

    private Catalog open() {
        var settings = new CatalogSettings(
                new Home(folder.resolve("home")), Iris.LOCAL, 1 << 20, LinkSettings.NONE, 1, Duration.ofSeconds(5));
        return ((CatalogOpening.Opened) Catalog.open(settings, Clock.systemUTC())).catalog();
    }

    @Test
    void theNumbersAddUpAndStandApart() throws IOException {
        var run = carry("--day", "2018-06-30", "--source", "舊平臺");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                3 rows read: 2 datasets and 1 repeats of an identifier, which are added up
                1,105 views, 221 downloads
                0 of these datasets are in the catalogue; 2 are not and are kept for when they come
                  not in the catalogue: 4711, national-d
                carried over as 舊平臺 counted until 2018-06-30, definition unknown
                """);
        var kept = folder.resolve("home/usage/carried-over.tsv");
        var bytes = Files.readAllBytes(kept);
        Files.setLastModifiedTime(kept, FileTime.fromMillis(0));
        var again = carry("--day", "2018-06-30", "--source", "舊平臺");
        assertThat(again.out()).contains("nothing changed: carried over before as 舊平臺 counted");
        assertThat(Files.readAllBytes(kept)).isEqualTo(bytes);
        assertThat(Files.getLastModifiedTime(kept)).as("not written").isEqualTo(FileTime.fromMillis(0));

        try (var catalog = open()) {
            var carried = catalog.usage().carriedOver();
            var old = new DatasetId("4711");
            assertThat(carried.of(old)).isEqualTo(List.of(new CarriedOver(old, 1000, 200, "舊平臺", DAY)));
            assertThat(carried.sources().getFirst().views()).isEqualTo(1105);
            assertThat(catalog.usage().totals(old)).as("added to nothing").isEqualTo(Totals.NONE);
        }
        Files.writeString(table, "id\tviews\tdownloads\n4711\t7\t1\n");
        assertThat(carry("--day", "2019-01-01", "--source", "舊平臺").exit()).isZero();
        assertThat(Files.readString(kept)).as("a source is replaced whole").isEqualTo("4711\t7\t1\t2019-01-01\t舊平臺\n");
    }

    @Test
    void aDatasetThatIsImportedIsMatched() throws IOException {
        var export = Files.writeString(
                folder.resolve("export.csv"), "資料集識別碼,資料集名稱,資料下載網址\n4711,舊檔,https://data.example.tw/a\n");
        var imported = CommandRun.here("import", "--home", folder.resolve("home").toString(), export.toString());
        assertThat(imported.exit()).as(imported.err()).isZero();

        var run = carry("--day", "2018-06-30", "--source", "舊平臺");

        assertThat(run.out())
                .contains("1 of these datasets are in the catalogue; 1 are not", "not in the catalogue: national-d");
    }

    @Test
    void whatCannotBeTakenOverIsNamedAndChangesNothing() throws IOException {
        Files.writeString(table, Files.readString(table).replace("1000\t200", "1000\tmany"));
        var malformed = carry("--day", "2018-06-30", "--source", "舊平臺");
        assertThat(malformed.exit()).isEqualTo(2);
        assertThat(malformed.err()).contains("old.tsv: line 3: 'many' is no count");
        assertThat(carry("--day", "2018-06-30", "--source", "a\tb").err()).contains("--source: a source has");
        assertThat(carry("--day", "2999-01-01", "--source", "舊平臺").err()).contains("--day: the day 2999-01-01 is in the future");
        assertThat(carry("--day", "yesterday", "--source", "舊平臺").exit()).isEqualTo(2);
        assertThat(carry("--source", "舊平臺").exit()).as("the day is needed").isEqualTo(2);
        Files.write(table, "id\tviews\tdownloads\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(carry("--day", "2018-06-30", "--source", "舊平臺").err()).contains("line 2: the line is not UTF-8");
        assertThat(folder.resolve("home/usage/carried-over.tsv")).doesNotExist();
    }
}
