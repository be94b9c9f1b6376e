package tw.touchstone.catalog.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportFilesTest {

    private static final ScoringReport REPORT = new ScoringReport(
            "6",
            Instant.parse("2026-11-25T00:00:00Z"),
            List.of(new ScoringReport.Line(
                    "d-1",
                    "水質",
                    Map.of(
                            "mqa-405",
                            new ScoringReport.Verdict("1", "good", Optional.empty(), Optional.of(new BigDecimal("345")), "ab"),
                            "label-114",
                            new ScoringReport.Verdict("1", "gold", Optional.of("platinum"), Optional.empty(), "cd")),
                    List.of("d-1-2: missing"))));

    @Test
    void aReportReadsBackAsItWasWritten() {
        assertThat(ReportFiles.read(ReportFiles.json(REPORT))).isEqualTo(new ReportFiles.Reading.Read(REPORT));
    }

    @Test
    void whateverIsMissingIsRefusedWithItsLine() {
        var json = ReportFiles.json(REPORT);
        for (var property : List.of("engine", "asOf", "datasets", "id", "title", "verdicts", "unread", "version", "award", "scorecard")) {
            refused(json.replaceFirst("\"" + property + "\" :", "\"another\" :"), property);
            refused(json.replaceFirst("\"" + property + "\" : \"[^\"]*\"", "\"" + property + "\" : null"), property);
        }
        refused(json.replace("\"d-1-2: missing\"", "null"), "an element");
        refused("null", "null");
        refused("[]", "a list");
        refused(json + "x", "more");
        assertThat(ReportFiles.read("{\n\"engine\": ]")).isInstanceOfSatisfying(
                ReportFiles.Reading.Refused.class, refused -> assertThat(refused.line()).isEqualTo(2));
    }

    private static void refused(String json, String as) {
        if (!json.equals(ReportFiles.json(REPORT))) {
            assertThat(ReportFiles.read(json)).as(as).isInstanceOf(ReportFiles.Reading.Refused.class);
        }
    }
}
