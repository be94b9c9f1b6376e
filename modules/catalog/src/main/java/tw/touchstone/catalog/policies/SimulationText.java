package tw.touchstone.catalog.policies;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.policies.SimulationReport.Fate;
import tw.touchstone.catalog.sheets.CsvText;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

/// A simulation as a table for people, as JSON and as CSV.
public record SimulationText(SimulationReport report) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 20;

    /// A report as it stands in JSON, where identifiers and texts are plain.
    private record Written(String policy, String version, String baseline, Instant asOf, List<WrittenFate> fates) {}

    private record WrittenFate(
            String dataset,
            Map<String, String> title,
            String agency,
            String before,
            String after,
            Optional<Long> score,
            Optional<Long> drafted) {

        static WrittenFate of(Fate fate) {
            return new WrittenFate(
                    fate.dataset().value(),
                    fate.title().byLanguage(),
                    fate.agency(),
                    fate.before(),
                    fate.after(),
                    fate.score(),
                    fate.drafted());
        }

        Fate fate() {
            return new Fate(new DatasetId(dataset), LangText.of(title), agency, before, after, score, drafted);
        }
    }

    /// Reads what [#json()] wrote.
    public static SimulationReport read(String json) {
        var written = JSON.readValue(json, Written.class);
        return new SimulationReport(
                written.policy(),
                written.version(),
                written.baseline(),
                written.asOf(),
                written.fates().stream().map(WrittenFate::fate).toList());
    }

    /// One line.
    public String json() {
        return JSON.writeValueAsString(new Written(
                report.policy(),
                report.version(),
                report.baseline(),
                report.asOf(),
                report.fates().stream().map(WrittenFate::of).toList()));
    }

    /// The datasets whose award changes. (RFC 4180)
    public String csv() {
        var rows = new StringBuilder(
                CsvText.row(List.of("dataset", "agency", "before", "after", "score", "drafted", "title")));
        report.changed().forEach(fate -> rows.append(CsvText.row(List.of(
                fate.dataset().value(),
                fate.agency(),
                fate.before(),
                fate.after(),
                fate.score().map(SimulationText::points).orElse(""),
                fate.drafted().map(SimulationText::points).orElse(""),
                fate.title().best(LangText.ZH)))));
        return rows.toString();
    }

    /// How many go where, which agencies gain and lose most, and the first datasets that change.
    public List<String> table() {
        var lines = new ArrayList<String>();
        lines.add("%s %s against %s, %,d datasets as of %s"
                .formatted(
                        report.policy(),
                        report.version(),
                        report.baseline(),
                        report.fates().size(),
                        report.asOf()));
        report.moves().forEach((before, to) -> to.forEach((after, count) -> lines.add(
                "  %,8d  %s → %s".formatted(count, before.isEmpty() ? "(not judged)" : before, after))));
        var changed = report.changed();
        lines.add("%,d datasets change".formatted(changed.size()));
        report.byAgency().entrySet().stream().limit(SHOWN).forEach(entry -> lines.add("  "
                + (entry.getKey().isEmpty() ? "(nobody)" : entry.getKey()) + "  "
                + entry.getValue().entrySet().stream()
                        .map(award -> "%s %+d".formatted(award.getKey(), award.getValue()))
                        .collect(Collectors.joining(", "))));
        changed.stream()
                .limit(SHOWN)
                .forEach(fate -> lines.add("  %s  %s → %s  %s"
                        .formatted(
                                fate.dataset(), fate.before(), fate.after(), fate.title().best(LangText.ZH))));
        if (changed.size() > SHOWN) {
            lines.add("  … %,d more; --csv lists all".formatted(changed.size() - SHOWN));
        }
        return lines;
    }

    private static String points(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros().toPlainString();
    }
}
