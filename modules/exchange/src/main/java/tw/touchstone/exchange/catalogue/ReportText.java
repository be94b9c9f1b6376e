package tw.touchstone.exchange.catalogue;

import java.util.ArrayList;
import java.util.List;

/// Writes an [ImportReport] for people.
final class ReportText {

    private static final int SHOWN = 20;

    private final ImportReport report;
    private final List<String> lines = new ArrayList<>();

    private ReportText(ImportReport report) {
        this.report = report;
    }

    static List<String> of(ImportReport report) {
        var text = new ReportText(report);
        text.write();
        return List.copyOf(text.lines);
    }

    private void write() {
        lines.add("%s, source %s".formatted(report.layout(), report.source()));
        lines.add("rows      %,9d read = %,d datasets + %,d merged + %,d conflicting + %,d refused".formatted(report.rows(),
                report.datasets(),
                report.repeated(Fate.MERGED),
                report.repeated(Fate.FIRST_WINS) + report.repeated(Fate.LAST_WINS),
                report.refusedRows()));
        var urls = report.urls();
        lines.add(("URLs      %,9d read = %,d kept + %,d kept with a note + %,d glued + %,d repeated + %,d refused" + " + %,d of rows not registered").formatted(urls.read(),
                urls.kept(),
                urls.repaired(),
                urls.glued(),
                urls.repeated(),
                urls.refused(),
                urls.unregistered()));
        writeNotes();
        writeRows();
        report.findings().forEach((kind, count) -> lines.add("finding   %,9d %s".formatted(count, kind)));
        report.stopped()
                .ifPresent(stop -> lines.add("STOPPED at %s %d: %s".formatted(report.unit(), stop.line(), stop.reason())));
        if (!report.balanced()) {
            lines.add("The numbers do not add up: this is a fault of the program, please report it.");
        }
    }

    private void writeNotes() {
        report.notes().forEach((kind, noted) -> {
            lines.add("note      %,9d %s".formatted(noted.count(), kind));
            noted.samples().forEach(note -> lines.add("            %s %d: %s".formatted(report.unit(), note.line(), note.text())));
        });
    }

    private void writeRows() {
        report.conflicts().stream()
                .limit(SHOWN)
                .forEach(row -> lines.add("conflict  %s %d: %s is registered as at %s %d, not with %s".formatted(report.unit(),
                        row.line(),
                        row.identifier(),
                        report.unit(),
                        row.otherLine(),
                        row.difference())));
        more(report.repeated(Fate.FIRST_WINS) + report.repeated(Fate.LAST_WINS), "conflicting");
        report.refused().stream()
                .limit(SHOWN)
                .forEach(row -> lines.add("refused   %s %d: %s%s".formatted(report.unit(),
                        row.line(),
                        row.identifier().map(id -> id + ": ").orElse(""),
                        row.reason())));
        more(report.refusedRows(), "refused");
    }

    private void more(long all, String what) {
        if (all > SHOWN) {
            lines.add("          %,d more %s rows are in the JSON report or counted there".formatted(all - SHOWN, what));
        }
    }
}
