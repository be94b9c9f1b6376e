package tw.touchstone.inspection.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Each fault is found where it was planted, in several files that differ by a seed; a clean file has none.
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class FaultCorpusTest {

    private static final long SEED = Long.getLong("fault.seed", 20261125L);
    private static final int FILES = Integer.getInteger("fault.files", 8);

    static List<Fault> faults() {
        var all = new ArrayList<Fault>();
        all.addAll(TextFaults.all());
        all.addAll(TableFaults.all());
        all.addAll(ColumnFaults.all());
        all.addAll(TreeFaults.all());
        all.addAll(ArchiveFaults.all());
        all.addAll(WorkbookFaults.all());
        all.addAll(GeoFaults.all());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyPlantedFaultIsFoundInItsPlace() {
        return faults().stream().map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> {
            for (int file = 0; file < files(fault); file++) {
                long seed = SEED + file;
                var planted = fault.plant().apply(new Random(seed));
                try {
                    planted.expectation().accept(Seen.of(planted.bytes()));
                } catch (AssertionError e) {
                    throw new AssertionError(fault + ", seed " + seed + ": " + e.getMessage(), e);
                }
            }
        }));
    }

    /// Archives that unpack to hundreds of megabytes need no repetition.
    private static int files(Fault fault) {
        return fault.name().contains("thousand times") ? 1 : FILES;
    }

    @Test
    void cleanFilesAreReportedClean() {
        for (long seed = SEED; seed < SEED + 50; seed++) {
            for (var bytes : cleanFiles(CleanTable.of(new Random(seed)))) {
                assertThat(Seen.of(bytes).anomalies()).as("seed %d", seed).isEmpty();
            }
        }
    }

    private static List<byte[]> cleanFiles(CleanTable table) {
        var utf8 = java.nio.charset.StandardCharsets.UTF_8;
        return List.of(
                table.bytes(utf8),
                table.bytes(CleanTable.BIG5),
                ("\uFEFF" + table.csv()).getBytes(utf8),
                table.quoted().getBytes(utf8),
                table.quoted().getBytes(CleanTable.BIG5),
                String.join("\n", table.lines("\t")).getBytes(utf8),
                String.join("\n", table.lines(";")).getBytes(utf8),
                TreeFaults.array(table).getBytes(utf8),
                TreeFaults.xml(table).getBytes(utf8));
    }
}
