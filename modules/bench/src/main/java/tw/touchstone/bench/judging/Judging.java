package tw.touchstone.bench.judging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;

/// Measures a trial and an adoption of a policy over a full catalogue, in a process with the heap that the server has.
public final class Judging {

    private static final String PART = "judging";

    private final Table table;
    private final Path java;

    /// @param java the binary for the process
    public Judging(Table table, Path java) {
        this.table = table;
        this.java = java;
    }

    /// Takes all figures.
    ///
    /// @param home   an empty folder
    /// @param export the catalogue to import
    /// @throws IllegalStateException if what was simulated is not what adopting brought
    public void run(Path home, Path export) {
        var took = measure(home, export);
        var what = "%,.0f datasets, %,.0f files in the catalogue".formatted(figure(took, "datasets"), figure(took, "files"));
        add(what + ": a draft of ai-ready-1 simulated", figure(took, "simulated"), "s", "≤ 60");
        add(what + ": adopted, graphs and index included", figure(took, "adopted"), "s", "≤ 300");
        add(what + ": archive before (scorecards under six policies, their inputs, facts, files)", figure(took, "archive"), "MB", "");
        add(what + ": of it, the files", figure(took, "bytes"), "MB", "");
        add(what + ": archive and SQL without the files", figure(took, "scorecards"), "MB", "≤ 1,000");
        add(what + ": archive and SQL that the adoption added", figure(took, "added"), "MB", "");
        add("heap in use at most, garbage included", figure(took, "heap"), "MB", "≤ 1,024");
        add("importing and uploading beforehand", figure(took, "filled"), "s", "");
    }

    private void add(String what, double value, String unit, String floor) {
        table.add(Row.of(PART, what, value, unit).floor(floor));
    }

    private static double figure(Map<String, Double> took, String name) {
        return Optional.ofNullable(took.get(name)).orElseThrow(() -> new IllegalStateException("no figure: " + name));
    }

    private Map<String, Double> measure(Path home, Path export) {
        try {
            var process = new ProcessBuilder(
                            java.toString(),
                            "-Xmx1g",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            JudgingProcess.class.getName(),
                            home.toString(),
                            export.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var took = new HashMap<String, Double>();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int sign = line.indexOf('=');
                    if (sign > 0) {
                        took.put(line.substring(0, sign), Double.valueOf(line.substring(sign + 1)));
                    }
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("judging a full catalogue failed");
            }
            return took;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }
}
