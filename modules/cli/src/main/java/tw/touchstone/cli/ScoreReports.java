package tw.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tw.touchstone.catalog.scoring.ReportFiles;
import tw.touchstone.catalog.scoring.ScoringReport;
import tw.touchstone.quality.Policy;

/// Writes and reads the report files of the offline kit.
final class ScoreReports {

    private ScoreReports() {}

    /// Whether a report of this name can be written.
    static boolean isWritable(Path file) {
        var name = file.toString();
        return (name.endsWith(".json") || name.endsWith(".csv") || name.endsWith(".html"))
                && Files.isDirectory(folder(file));
    }

    /// Writes a report whole or not at all.
    static void write(Path file, ScoringReport report, List<Policy> policies) throws IOException {
        var name = file.toString();
        var text = name.endsWith(".json")
                ? ReportFiles.json(report)
                : name.endsWith(".csv") ? ReportFiles.csv(report) : ReportFiles.html(report, policies);
        var next = Files.createTempFile(folder(file), ".report", ".next");
        try {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /// Reads a report in JSON; a file that is not there is none.
    static ReportFiles.Reading read(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? ReportFiles.read(Files.readString(file))
                : new ReportFiles.Reading.Refused(0, "there is no such file");
    }

    private static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
