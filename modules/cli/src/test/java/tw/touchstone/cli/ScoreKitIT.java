package tw.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.scoring.ReportFiles;

/// A folder of described files is scored in a process that has no home and asks nobody.
class ScoreKitIT {

    private static final String TABLE = "站名,人次\n臺北,12\n高雄,9\n";

    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void write() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("good.csv"), TABLE);
        describe("good.csv", "好的 <資料>");
        Files.write(data.resolve("big5.csv"), TABLE.getBytes(Charset.forName("x-windows-950")));
        describe("big5.csv", "=1+1");
    }

    private void describe(String file, String title) throws IOException {
        Files.writeString(data.resolve(file + ".meta.json"), """
                {"title": {"zh-Hant-TW": "%s"}, "publisher": "moda", "frequency": "P1Y",
                 "distributions": [{"format": "csv", "encoding": "UTF-8", "licence": "ogdl-1", "fields": ["站名", "人次"]}]}
                """.formatted(title));
    }

    @Test
    void printsATableAndWritesReportsInThreeForms() throws Exception {
        var json = folder.resolve("r.json");
        var csv = folder.resolve("r.csv");
        var html = folder.resolve("r.html");

        var run = CommandRun.fresh(
                folder, "score", "data", "--as-of", "2026-11-01", "--report", json.toString(), "--report", csv.toString(), "--report", html.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        var lines = run.out().lines().toList();
        assertThat(lines.getFirst()).matches("dataset +label-113 +label-114 +label-strict-1 +mqa-405 +five-star +ai-ready-1 +title");
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast()).startsWith("2 datasets as of 2026-11-01T15:59:59.999Z, engine ");

        var report = ((ReportFiles.Reading.Read) ReportFiles.read(Files.readString(json))).report();
        assertThat(report.datasets()).extracting(each -> each.title()).containsExactly("=1+1", "好的 <資料>");
        assertThat(report.datasets().getFirst().verdicts().keySet())
                .containsExactly("label-113", "label-114", "label-strict-1", "mqa-405", "five-star", "ai-ready-1");

        var rows = Files.readAllLines(csv);
        assertThat(rows).hasSize(1 + 2 * 6);
        assertThat(rows.get(1)).as("a formula is disarmed").contains(",'=1+1,label-113,1,none-unchecked,");

        var page = Jsoup.parse(Files.readString(html));
        assertThat(page.select("tbody tr").size()).isEqualTo(2);
        assertThat(page.select("tbody th").eachText()).anyMatch(text -> text.startsWith("好的 <資料>"));
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-Hant-TW");
        assertThat(page.select("[lang=en]").size()).isPositive();
        assertThat(page.select("script, link, img, iframe").size()).as("nothing from elsewhere").isZero();
        assertThat(folder.resolve(".touchstone")).doesNotExist();
    }

    @Test
    void theSameInputsGiveTheSameReportToTheByte() throws Exception {
        var first = CommandRun.fresh(folder, "score", "data", "--as-of", "2026-11-01", "--report", "one.json");
        var second = CommandRun.fresh(folder, "score", "data", "--as-of", "2026-11-01", "--report", "two.json");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(second.exit()).isZero();
        assertThat(folder.resolve("one.json")).hasSameBinaryContentAs(folder.resolve("two.json"));
    }

    @Test
    void comparesWithABaseline() throws IOException {
        var baseline = folder.resolve("baseline.json").toString();
        CommandRun.here("score", data.toString(), "--as-of", "2026-11-01", "--report", baseline);
        var unchanged = CommandRun.here("score", data.toString(), "--as-of", "2026-11-01", "--compare", baseline);
        assertThat(unchanged.out())
                .contains("0 verdicts differ; 12 scorecards are equal, 0 say the same on other evidence; 0 datasets are new, 0 are gone");

        Files.writeString(data.resolve("big5.csv"), TABLE);
        Files.delete(data.resolve("good.csv.meta.json"));
        Files.writeString(data.resolve("new.csv"), TABLE);
        describe("new.csv", "新的");
        var changed = CommandRun.here("score", data.toString(), "--as-of", "2026-11-01", "--compare", baseline);

        assertThat(changed.out())
                .contains("1 datasets are new, 1 are gone")
                .contains("  local-big5.csv.meta.json  label-114: none-unchecked (at most silver) → none-unchecked (at most platinum)")
                .contains("  new: local-new.csv.meta.json")
                .contains("  gone: local-good.csv.meta.json");
    }

    @Test
    void whatCannotBeWrittenOrComparedIsSaidBeforeAnythingIsScored() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.json"), "{\n\"engine\": 1,");
        for (var arguments : List.of(
                List.of("score", data.toString(), "--report", "r.pdf"),
                List.of("score", data.toString(), "--report", folder.resolve("nowhere/r.json").toString()),
                List.of("score", data.toString(), "--compare", broken.toString()),
                List.of("score", data.toString(), "--compare", folder.resolve("none.json").toString()))) {
            var run = CommandRun.here(arguments.toArray(String[]::new));
            assertThat(run.exit()).as(String.join(" ", arguments)).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("touchstone: ");
        }
        assertThat(CommandRun.here("score", data.toString(), "--compare", broken.toString()).err())
                .contains("broken.json:2: no report to compare with");
    }
}
