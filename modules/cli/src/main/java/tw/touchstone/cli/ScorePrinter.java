package tw.touchstone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.touchstone.catalog.scoring.ScoredDataset;
import tw.touchstone.catalog.scoring.ScoringReport;
import tw.touchstone.catalog.scoring.ScoringReport.Move;
import tw.touchstone.model.Label;
import tw.touchstone.quality.NationalVerdict;
import tw.touchstone.quality.Scorecard;

/// Prints what was scored for people at a terminal.
record ScorePrinter(PrintWriter out) {

    private static final int SHOWN = 100;

    /// One line for each dataset, one column for each policy.
    void table(ScoringReport report) {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("dataset"));
        head.addAll(report.policies());
        head.add("title");
        rows.add(head);
        for (var line : report.datasets()) {
            var row = new ArrayList<>(List.of(line.id()));
            report.policies().forEach(policy -> row.add(
                    Optional.ofNullable(line.verdicts().get(policy)).map(Move::told).orElse("")));
            row.add(line.title());
            rows.add(row);
        }
        AlignedColumns.print(rows, "", out);
        report.datasets().forEach(line -> line.unread().forEach(each -> out.println("unread: " + line.id() + ": " + each)));
        out.println("%,d datasets as of %s, engine %s".formatted(report.datasets().size(), report.asOf(), report.engine()));
    }

    /// What became different since an earlier report.
    void difference(ScoringReport.Difference difference) {
        out.println("%,d verdicts differ; %,d scorecards are equal, %,d say the same on other evidence; "
                        .formatted(difference.moves().size(), difference.same(), difference.otherEvidence())
                + "%,d datasets are new, %,d are gone"
                        .formatted(difference.added().size(), difference.removed().size()));
        difference.moves().stream()
                .limit(SHOWN)
                .forEach(move -> out.println("  %s  %s: %s → %s  %s"
                        .formatted(
                                move.dataset(),
                                move.policy(),
                                move.before().isEmpty() ? "(not judged)" : move.before(),
                                move.after().isEmpty() ? "(not judged)" : move.after(),
                                FactsPrinter.visible(move.title()))));
        if (difference.moves().size() > SHOWN) {
            out.println("  … %,d more".formatted(difference.moves().size() - SHOWN));
        }
        listed("new", difference.added());
        listed("gone", difference.removed());
    }

    private void listed(String what, List<String> ids) {
        if (!ids.isEmpty()) {
            var first = ids.stream().limit(SHOWN).collect(Collectors.joining(", "));
            out.println("  " + what + ": " + first + (ids.size() > SHOWN ? ", …" : ""));
        }
    }

    /// One dataset with its flags and files.
    void details(ScoredDataset scored) {
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
