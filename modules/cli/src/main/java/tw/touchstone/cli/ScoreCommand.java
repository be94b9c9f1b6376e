package tw.touchstone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.touchstone.catalog.scoring.LocalScoring;
import tw.touchstone.catalog.scoring.ScoredDataset;
import tw.touchstone.catalog.scoring.ScoringOutcome;
import tw.touchstone.model.Label;
import tw.touchstone.quality.NationalVerdict;
import tw.touchstone.quality.QualityJson;
import tw.touchstone.quality.Scorecard;
import tw.touchstone.vocabulary.Vocabularies;

/// Inspects and scores local files without a server.
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Inspect and score local files, without a server and without the network.",
            "PATH is a data file with X.meta.json or X.meta.ttl beside it, a folder with a dataset.json,",
            "a catalogue with its files in folders named by identifier, or a folder of these."
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var demanded = min.flatMap(Label::ofCode);
        if (min.isPresent() && demanded.filter(Label::isAwarded).isEmpty()) {
            spec.commandLine().getErr().println("touchstone: --min takes platinum, gold, silver or bronze");
            return BAD_INPUT;
        }
        var instant = asOf.map(day -> day.plusDays(1)
                        .atStartOfDay(ZoneId.of("Asia/Taipei"))
                        .toInstant()
                        .minusMillis(1))
                .orElseGet(Instant::now);
        return switch (new LocalScoring(Vocabularies.load()).score(path, instant)) {
            case ScoringOutcome.Unusable unusable -> {
                spec.commandLine().getErr().println("touchstone: " + unusable.message());
                yield BAD_INPUT;
            }
            case ScoringOutcome.Scored scored -> {
                scored.datasets().forEach(dataset -> print(dataset, spec.commandLine().getOut()));
                yield exit(scored, demanded);
            }
        };
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

    private void print(ScoredDataset scored, PrintWriter out) {
        if (json) {
            scored.scorecards()
                    .forEach(card -> out.println(new String(QualityJson.write(card), StandardCharsets.UTF_8)));
            return;
        }
        var flags = scored.verdict().dataset();
        out.println("%s  %s".formatted(scored.dataset().id(), scored.dataset().title().best("zh-Hant-TW")));
        out.println("  "
                + scored.scorecards().stream()
                        .flatMap(card -> card.label().map(label -> label(card, label)).stream())
                        .collect(Collectors.joining("; ")));
        scored.scorecards().stream()
                .flatMap(card -> card.grade().map(grade -> grade(card, grade)).stream())
                .forEach(line -> out.println("  " + line));
        out.println("  linkable %d, downloadable %d, structure %d, encoding_match %d, desc_match %d, csv %d"
                .formatted(
                        flags.linkable(),
                        flags.downloadable(),
                        flags.structure(),
                        flags.encodingMatch(),
                        flags.descMatch(),
                        flags.csv()));
        scored.verdict().distributions().forEach(each -> out.println("  " + resource(each)));
        scored.unread().forEach(each -> out.println("  unread: " + each));
    }

    /// Offline, links are not measured: then the label is what it can be at most, with what is open.
    private static String label(Scorecard card, Label label) {
        var name = label.displayName();
        var shown = "%s %s (%s)".formatted(card.policy().id(), name.best("zh-Hant-TW"), name.best("en"));
        return card.atMost()
                .flatMap(Label::ofCode)
                .map(most -> "%s at most %s (%s), open: %s"
                        .formatted(
                                card.policy().id(),
                                most.displayName().best("zh-Hant-TW"),
                                most.displayName().best("en"),
                                card.open().stream()
                                        .map(gap -> gap.metric().id())
                                        .distinct()
                                        .collect(Collectors.joining(", "))))
                .orElse(shown);
    }

    /// What is open is neither earned nor possible, hence "at most".
    private static String grade(Scorecard card, String grade) {
        var points = card.points()
                .map(total -> total.isProvisional()
                        ? ", %s of %s points, %s open"
                                .formatted(total.earned(), total.possible(), total.open())
                        : ", %s of %s points".formatted(total.earned(), total.possible()))
                .orElse("");
        var most = card.atMost().map(code -> ", at most " + code).orElse("");
        return card.policy().id() + " " + grade + points + most;
    }

    private static String resource(NationalVerdict.Resource each) {
        return each.fileType().isEmpty()
                ? each.id() + ": nothing is known of the bytes"
                : "%s: %s, %s, %,d rows, fields %s"
                        .formatted(
                                each.id(),
                                each.fileType(),
                                each.encoding().isEmpty() ? "no text" : each.encoding(),
                                each.amount(),
                                String.join("、", each.fields()));
    }
}
