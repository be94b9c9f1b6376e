package tw.touchstone.catalog.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.fault.FaultCorpus;
import tw.touchstone.model.fact.Extent;

/// The rows that are handed on are exactly those that the facts count, whatever is odd about the file, and every one of them
/// stands in the Parquet.
class RowsAgreeIT {

    private static final long SEED = Long.getLong("touchstone.seed", 20_261_125);

    @TempDir
    private Path folder;

    @Test
    void ofEveryFaultyAndEveryCleanFile() throws Exception {
        var files = new ArrayList<>(FaultCorpus.planted(SEED));
        for (int i = 0; i < 10; i++) {
            files.add(new FaultCorpus.Faulty("clean CSV " + i, FaultCorpus.csv(SEED + i)));
            files.add(new FaultCorpus.Faulty("clean JSON " + i, FaultCorpus.json(SEED + i)));
            files.add(new FaultCorpus.Faulty("clean XML " + i, FaultCorpus.xml(SEED + i)));
        }
        int tables = 0;
        for (var file : files) {
            tables += agree(file.name(), file.bytes());
        }
        assertThat(tables).as("tables with rows").isGreaterThan(files.size() / 2);
    }

    @Test
    void ofTablesThatChanceMade() throws Exception {
        var random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            agree("table " + i, table(random).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Titles, sums, blank rows, rows of one cell, headers that stand again, ragged rows.
    private static String table(Random random) {
        int width = 1 + random.nextInt(6);
        var header = Stream.iterate(0, i -> i + 1).limit(width).map(i -> "欄" + i).toList();
        var text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append("某某統計表").append(",".repeat(width - 1)).append('\n');
        }
        text.append(String.join(",", header)).append('\n');
        int rows = random.nextInt(400);
        for (int r = 0; r < rows; r++) {
            switch (random.nextInt(20)) {
                case 0 -> text.append(",".repeat(width - 1)).append('\n');
                case 1 -> text.append("合計").append(",7".repeat(width - 1)).append('\n');
                case 2 -> text.append(String.join(",", header)).append('\n');
                case 3 -> text.append("只有一格").append('\n');
                case 4 -> text.append("1".repeat(1 + random.nextInt(3))).append(",2".repeat(random.nextInt(9))).append('\n');
                default -> {
                    var cells = new ArrayList<String>();
                    for (int c = 0; c < width; c++) {
                        cells.add(cell(random, c));
                    }
                    text.append(String.join(",", cells)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String cell(Random random, int column) {
        return switch (column) {
            case 0 -> "名" + random.nextInt(50);
            case 1 -> String.valueOf(random.nextInt(1_000));
            case 2 -> random.nextInt(8) == 0 ? "-" : String.valueOf(random.nextInt(100) / 4.0);
            case 3 -> "2024-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(10));
            case 4 -> random.nextInt(5) == 0 ? "" : "0" + random.nextInt(90);
            default -> "11%d/0%d/0%d".formatted(random.nextInt(5), 1 + random.nextInt(9), 1 + random.nextInt(9));
        };
    }

    /// How many tables there were.
    private int agree(String name, byte[] bytes) throws Exception {
        if (!(new Inspector().inspect(ByteSource.of(bytes)) instanceof Inspection.Inspected(var facts))) {
            return 0;
        }
        var seen = SeenTable.of(facts).stream()
                .filter(each -> !each.columns().isEmpty())
                .toList();
        if (seen.isEmpty()) {
            return 0;
        }
        Map<String, Set<Integer>> asText;
        try (var first = read(bytes, seen, Map.of())) {
            asText = first.unlike();
        }
        try (var second = read(bytes, seen, asText)) {
            assertThat(second.unlike()).as(name).isEmpty();
            for (var table : seen) {
                var staged = second.staged(table);
                if (!staged.hasBegun()) {
                    assertThat(table.extent()).as(name).isInstanceOf(Extent.Partial.class);
                    continue;
                }
                if (table.extent() instanceof Extent.Whole) {
                    assertThat(staged.rows()).as(name + " " + table.key()).isEqualTo(table.rows());
                }
                // The engine writes only where it was told that it may.
                var parquet = folder.resolve("staging").resolve("out.parquet");
                second.write(staged, parquet);
                assertThat(counted(parquet)).as(name + " " + table.key()).isEqualTo(staged.rows());
                Files.delete(parquet);
            }
        }
        return seen.size();
    }

    private RowStaging read(byte[] bytes, List<SeenTable> seen, Map<String, Set<Integer>> asText) throws Exception {
        var place = folder.resolve("staging");
        if (Files.exists(place)) {
            try (var old = Files.walk(place)) {
                old.sorted(java.util.Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
            }
        }
        Files.createDirectories(place);
        var staging = new RowStaging(place, seen, asText);
        new Inspector().inspect(ByteSource.of(bytes), staging);
        staging.end();
        return staging;
    }

    private static long counted(Path parquet) throws Exception {
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM '" + parquet + "'")) {
            result.next();
            return result.getLong(1);
        }
    }
}
