package tw.touchstone.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.touchstone.catalog.scoring.LocalScoring;
import tw.touchstone.catalog.scoring.ReportFiles;
import tw.touchstone.catalog.scoring.ScoredDataset;
import tw.touchstone.catalog.scoring.ScoringOutcome;
import tw.touchstone.catalog.scoring.ScoringReport;
import tw.touchstone.model.Label;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.vocabulary.Vocabularies;

/// Inspects and scores local files without a server.
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Inspect and score local files, without a server and without the network.",
            "PATH is a data file with X.meta.json or X.meta.ttl beside it, a folder with a dataset.json,",
            "a catalogue with its files in folders named by identifier, or a folder of these.",
            "Exit codes: 0 scored, 1 below --min, 2 bad input, 3 some files were not read."
        })
final class ScoreCommand implements Callable<Integer> {

    private static final int BELOW = 1;
    private static final int BAD_INPUT = 2;
    private static final int PARTLY_UNREAD = 3;

    @Parameters(paramLabel = "PATH")
    private Path path = Path.of("");

    @Option(names = "--json", description = "print each scorecard as canonical JSON, one a line")
    private boolean json;

    @Option(names = "--as-of", paramLabel = "DATE", description = "judge timeliness at the end of this day (default: now)")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--min",
            paramLabel = "LABEL",
            description = "exit with 1 where a dataset is below platinum, gold, silver or bronze under the last label policy")
    private Optional<String> min = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write a report; what it is follows from its end: .json, .csv or .html; may be repeated")
    private List<Path> reports = List.of();

    @Option(
            names = "--bundles",
            paramLabel = "FOLDER",
            description = "write each scorecard with everything it was computed from, for `verify`")
    private Optional<Path> bundles = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "BASELINE",
            description = "print what differs from an earlier report (.json)")
    private Optional<Path> baseline = Optional.empty();

    @Option(names = "--details", description = "print every file and flag; so for a single dataset in any case")
    private boolean details;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var faulty = reports.stream().filter(file -> !ScoreReports.isWritable(file)).findFirst();
        if (faulty.isPresent()) {
            return failed(faulty.get() + ": a report ends in .json, .csv or .html, in a folder that is there");
        }
        if (baseline.isEmpty()) {
            return call(Optional.empty());
        }
        return switch (ScoreReports.read(baseline.get())) {
            case ReportFiles.Reading.Refused(var line, var message) ->
                failed("%s:%d: no report to compare with: %s".formatted(baseline.get(), line, message));
            case ReportFiles.Reading.Read(var report) -> call(Optional.of(report));
        };
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("touchstone: " + message);
        return BAD_INPUT;
    }

    private int call(Optional<ScoringReport> compared) throws IOException {
        var demanded = min.flatMap(Label::ofCode);
        if (min.isPresent() && demanded.filter(Label::isAwarded).isEmpty()) {
            return failed("--min takes platinum, gold, silver or bronze");
        }
        var instant = asOf.map(day -> day.plusDays(1)
                        .atStartOfDay(ZoneId.of("Asia/Taipei"))
                        .toInstant()
                        .minusMillis(1))
                .orElseGet(Instant::now);
        var scoring = new LocalScoring(Vocabularies.load());
        return switch (scoring.score(path, instant)) {
            case ScoringOutcome.Unusable unusable -> failed(unusable.message());
            case ScoringOutcome.Scored scored -> {
                var report = ScoringReport.of(scored.datasets(), instant);
                print(scored, report, compared);
                if (bundles.isPresent()) {
                    ScoreBundles.write(bundles.get(), scoring, scored.datasets(), instant);
                }
                for (var file : reports) {
                    ScoreReports.write(file, report, scoring.policies());
                }
                yield exit(scored, demanded);
            }
        };
    }

    private void print(ScoringOutcome.Scored scored, ScoringReport report, Optional<ScoringReport> compared) {
        var out = spec.commandLine().getOut();
        if (json) {
            scored.datasets().stream()
                    .flatMap(each -> each.scorecards().stream())
                    .forEach(card -> out.println(new String(QualityJson.write(card), StandardCharsets.UTF_8)));
            return;
        }
        var printer = new ScorePrinter(out);
        if (details || scored.datasets().size() == 1) {
            scored.datasets().forEach(printer::details);
        } else {
            printer.table(report);
        }
        compared.ifPresent(earlier -> printer.difference(report.since(earlier)));
    }

    private static int exit(ScoringOutcome.Scored scored, Optional<Label> demanded) {
        boolean below = demanded.isPresent()
                && scored.datasets().stream()
                        .flatMap(each -> lastLabel(each).stream())
                        .anyMatch(label -> label.compareTo(demanded.get()) > 0);
        if (below) {
            return BELOW;
        }
        boolean unread = scored.datasets().stream().anyMatch(each -> !each.unread().isEmpty());
        return unread ? PARTLY_UNREAD : 0;
    }

    /// Under the newest policy that awards labels.
    private static Optional<Label> lastLabel(ScoredDataset dataset) {
        return dataset.scorecards().reversed().stream()
                .flatMap(card -> card.label().stream())
                .findFirst();
    }
}
