package tw.touchstone.catalog.scoring;

import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.sheets.CsvText;
import tw.touchstone.quality.Policy;

/// The files in which reports are kept: JSON for programs and for comparing, CSV for spreadsheets, HTML for people.
public final class ReportFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    private ReportFiles() {}

    /// What came of reading a report.
    public sealed interface Reading {

        record Read(ScoringReport report) implements Reading {}

        /// No report.
        ///
        /// @param line counted from 1; 0 where it is not known
        record Refused(int line, String message) implements Reading {}
    }

    /// The report as JSON.
    public static String json(ScoringReport report) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    /// Reads what [#json(ScoringReport)] wrote.
    public static Reading read(String json) {
        try {
            var report = JSON.readValue(json, ScoringReport.class);
            return report == null ? new Reading.Refused(1, "null instead of a report") : new Reading.Read(report);
        } catch (JacksonException e) {
            var at = e.getLocation();
            return new Reading.Refused(at == null ? 0 : Math.max(0, at.getLineNr()), e.getOriginalMessage());
        }
    }

    /// One line for each dataset and policy. (RFC 4180)
    public static String csv(ScoringReport report) {
        var text = new StringBuilder(
                CsvText.row(List.of("dataset", "title", "policy", "version", "award", "at most", "score", "scorecard", "unread")));
        for (var line : report.datasets()) {
            line.verdicts().forEach((policy, verdict) -> text.append(CsvText.row(List.of(
                    line.id(),
                    line.title(),
                    policy,
                    verdict.version(),
                    verdict.award(),
                    verdict.atMost().orElse(""),
                    verdict.score().map(BigDecimal::toPlainString).orElse(""),
                    verdict.scorecard(),
                    String.join("; ", line.unread())))));
        }
        return text.toString();
    }

    /// A page that stands by itself: no script, nothing from elsewhere, in Chinese and English.
    public static String html(ScoringReport report, List<Policy> policies) {
        var named = report.policies();
        var head = named.stream()
                .map(id -> "<th scope=\"col\">" + title(id, policies) + "</th>")
                .collect(Collectors.joining());
        var rows = new ArrayList<String>();
        for (var line : report.datasets()) {
            var cells = named.stream()
                    .map(id -> Optional.ofNullable(line.verdicts().get(id)))
                    .map(verdict -> "<td>"
                            + verdict.map(ReportFiles::cell).orElse("<span lang=\"en\">not judged</span>") + "</td>")
                    .collect(Collectors.joining());
            var unread = line.unread().isEmpty()
                    ? ""
                    : "<br><small>未讀取 <span lang=\"en\">unread</span>: " + escape(String.join("; ", line.unread())) + "</small>";
            rows.add("<tr><th scope=\"row\">%s<br><small>%s</small>%s</th>%s</tr>"
                    .formatted(escape(line.title()), escape(line.id()), unread, cells));
        }
        return """
                <!DOCTYPE html>
                <html lang="zh-Hant-TW">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>試金石評分報告 Touchstone scoring report</title>
                <style>
                body { font-family: system-ui, "Noto Sans TC", sans-serif; margin: 2rem; color: #1a1a1a; background: #fff; }
                table { border-collapse: collapse; } th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: start; vertical-align: top; }
                thead th { background: #eef1f4; } small { color: #4a4a4a; } code { font-size: .8em; }
                </style>
                </head>
                <body>
                <main>
                <h1>試金石評分報告 <span lang="en">Touchstone scoring report</span></h1>
                <p>%d 個資料集，基準時間 %s，規則引擎 %s。<span lang="en">%d datasets as of %s, engine %s.</span></p>
                <table>
                <caption>各資料集於各政策下的結果 <span lang="en">Results of each dataset under each policy</span></caption>
                <thead><tr><th scope="col">資料集 <span lang="en">Dataset</span></th>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </main>
                </body>
                </html>
                """
                .formatted(
                        report.datasets().size(),
                        report.asOf(),
                        escape(report.engine()),
                        report.datasets().size(),
                        report.asOf(),
                        escape(report.engine()),
                        head,
                        String.join("\n", rows));
    }

    private static String cell(ScoringReport.Verdict verdict) {
        return "%s<br><code title=\"scorecard %s\">%s</code>"
                .formatted(
                        escape(ScoringReport.Move.told(verdict)),
                        escape(verdict.scorecard()),
                        escape(verdict.scorecard().substring(0, Math.min(12, verdict.scorecard().length()))));
    }

    private static String title(String id, List<Policy> policies) {
        return policies.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> "%s <span lang=\"en\">%s</span><br><small>%s</small>"
                        .formatted(escape(each.title().best("zh-Hant-TW")), escape(each.title().best("en")), escape(id)))
                .orElseGet(() -> escape(id));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
