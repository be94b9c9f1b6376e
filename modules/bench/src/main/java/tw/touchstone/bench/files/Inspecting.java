package tw.touchstone.bench.files;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tw.touchstone.bench.report.Row;
import tw.touchstone.bench.report.Table;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;

/// Measures how fast tables are profiled, beside merely decoding them, and in how much memory.
///
/// Speeds are per second of processor time of the one thread that inspects, so that they can be compared between
/// machines with other work; the median of several rounds.
public final class Inspecting {

    private static final String PART = "inspect";
    private static final Charset CP950 = Charset.forName("x-windows-950");
    private static final int ROUNDS = 12;
    private static final int IN_MEMORY = 16_000_000;
    private static final int SMALL_FILES = 10_000;
    private static final int SMALL = 2_000;
    private static final long LARGE = 2_000_000_000;
    private static final int WORKBOOK_ROWS = 500_000;

    private final Table table;
    private final Path java;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Inspector inspector = new Inspector();

    /// @param java the binary for the process with little memory
    public Inspecting(Table table, Path java) {
        this.table = table;
        this.java = java;
    }

    /// Takes all figures.
    ///
    /// @param scratch an empty folder with room for 2 GB
    public void run(Path scratch) {
        try {
            inMemory("clean UTF-8", StandardCharsets.UTF_8, false, "≥ 60", "150");
            inMemory("quoted Big5", CP950, true, "≥ 25", "60");
            tree("JSON", MadeUpRecords.json(table(IN_MEMORY / 3)), Tokens::json);
            tree("XML", MadeUpRecords.xml(table(IN_MEMORY / 3)), Tokens::xml);
            smallFiles(scratch);
            large(scratch);
            workbook(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    private void inMemory(String kind, Charset charset, boolean quoted, String floor, String aim) throws IOException {
        var out = new ByteArrayOutputStream();
        MadeUpTable.write(out, charset, quoted, IN_MEMORY);
        var bytes = out.toByteArray();
        var took = beside(bytes, () -> decode(bytes, charset));
        var what = "%s, %.0f MB in memory".formatted(kind, bytes.length / 1e6);
        table.add(Row.of(PART, what + ": whole profile", bytes.length / 1e6 / took.profiling(), "MB per CPU s").floor(floor).aim(aim));
        table.add(Row.of(PART, what + ": only decoded", bytes.length / 1e6 / took.other(), "MB per CPU s"));
        table.add(Row.of(PART, what + ": profile to decoding", took.profiling() / took.other(), "×"));
    }

    private void tree(String kind, byte[] bytes, Reading<byte[]> tokens) throws IOException {
        var took = beside(bytes, () -> tokens.read(bytes));
        var what = "%s records, %.0f MB in memory".formatted(kind, bytes.length / 1e6);
        table.add(Row.of(PART, what + ": whole profile", bytes.length / 1e6 / took.profiling(), "MB per CPU s"));
        table.add(Row.of(PART, what + ": only tokenised", bytes.length / 1e6 / took.other(), "MB per CPU s"));
        table.add(Row.of(PART, what + ": profile to tokenising", took.profiling() / took.other(), "×"));
    }

    private static String table(int bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        MadeUpTable.write(out, StandardCharsets.UTF_8, false, bytes);
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Reads something to its end.
    @FunctionalInterface
    private interface Reading<T> {
        void read(T from) throws IOException;
    }

    /// Reads to the end what it knows.
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /// Seconds of processor time, medians of all rounds.
    private record Beside(double profiling, double other) {}

    private Beside beside(byte[] bytes, Work work) throws IOException {
        var profiled = new double[ROUNDS];
        var others = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = threads.getCurrentThreadCpuTime();
            inspected(inspector.inspect(ByteSource.of(bytes)));
            long between = threads.getCurrentThreadCpuTime();
            work.run();
            profiled[i] = (between - before) / 1e9;
            others[i] = (threads.getCurrentThreadCpuTime() - between) / 1e9;
        }
        return new Beside(median(profiled), median(others));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void decode(byte[] bytes, Charset charset) throws IOException {
        long characters = 0;
        try (var reader = new InputStreamReader(new ByteArrayInputStream(bytes), charset)) {
            var buffer = new char[1 << 16];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                characters += count;
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("nothing was decoded");
        }
    }

    private void smallFiles(Path scratch) throws IOException {
        var folder = Files.createDirectory(scratch.resolve("small"));
        for (int i = 0; i < SMALL_FILES; i++) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(i + ".csv")))) {
                MadeUpTable.write(out, i % 2 == 0 ? StandardCharsets.UTF_8 : CP950, i % 3 == 0, SMALL);
            }
        }
        for (int i = 0; i < SMALL_FILES; i += 10) {
            inspected(inspector.inspect(folder.resolve(i + ".csv")));
        }
        long wall = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < SMALL_FILES; i++) {
            inspected(inspector.inspect(folder.resolve(i + ".csv")));
        }
        double seconds = (System.nanoTime() - wall) / 1e9;
        double used = (threads.getCurrentThreadCpuTime() - processor) / 1e9;
        var what = "%,d files of about 2 KB".formatted(SMALL_FILES);
        table.add(Row.of(PART, what + ", one thread", SMALL_FILES / seconds, "files/s").floor("≥ 1,000"));
        table.add(Row.of(PART, what + ", one thread", SMALL_FILES / used, "files per CPU s"));
    }

    private void large(Path scratch) throws IOException, InterruptedException {
        var file = scratch.resolve("large.csv");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            MadeUpTable.write(out, StandardCharsets.UTF_8, false, LARGE);
        }
        var took = inLittleMemory(file);
        double megabytes = Files.size(file) / 1e6;
        var what = "CSV of %,.0f MB in a process with -Xmx256m".formatted(megabytes);
        table.add(Row.of(PART, what, megabytes / took.processor(), "MB per CPU s").floor("≥ 60").aim("150"));
        table.add(Row.of(PART, what, megabytes / took.seconds(), "MB/s"));
        table.add(Row.of(PART, what + ": heap in use at most", took.heap(), "MB").floor("≤ 256"));
        Files.delete(file);
    }

    private void workbook(Path scratch) throws IOException, InterruptedException {
        var file = scratch.resolve("large.xlsx");
        MadeUpWorkbook.write(file, WORKBOOK_ROWS);
        var took = inLittleMemory(file);
        if (took.rows() != WORKBOOK_ROWS) {
            throw new IllegalStateException("%d rows were found in the workbook".formatted(took.rows()));
        }
        var what = "XLSX of %,d rows (%.0f MB) in a process with -Xmx256m".formatted(WORKBOOK_ROWS, Files.size(file) / 1e6);
        table.add(Row.of(PART, what, took.seconds(), "s"));
        table.add(Row.of(PART, what, took.rows() / took.processor(), "rows per CPU s"));
        table.add(Row.of(PART, what + ": heap in use at most", took.heap(), "MB").floor("≤ 256"));
        Files.delete(file);
    }

    /// What a process took.
    ///
    /// @param processor seconds of its inspecting thread
    /// @param heap      at most, in MB, garbage included
    private record Took(double processor, double seconds, double heap, long rows) {}

    private Took inLittleMemory(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InspectingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ", -1);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("inspecting a large file in 256 MB of heap failed");
        }
        return new Took(
                Double.parseDouble(answer[0]),
                Double.parseDouble(answer[1]),
                Double.parseDouble(answer[2]),
                Long.parseLong(answer[3]));
    }

    private static void inspected(Inspection inspection) {
        if (!(inspection instanceof Inspection.Inspected)) {
            throw new IllegalStateException(inspection.toString());
        }
    }
}
