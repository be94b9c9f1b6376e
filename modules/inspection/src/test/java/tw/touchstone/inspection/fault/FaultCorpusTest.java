package tw.touchstone.inspection.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

/// Each fault is found where it was planted, in several files that differ by a seed; a clean file has none.
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class FaultCorpusTest {

    private static final long SEED = Long.getLong("fault.seed", 20261125L);
    private static final int FILES = Integer.getInteger("fault.files", 8);

    /// Clean files of each kind.
    private static final int CLEAN = Integer.getInteger("clean.files", 20);

    @TestFactory
    Stream<DynamicTest> everyPlantedFaultIsFoundInItsPlace() {
        return FaultCorpus.faults().stream().map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> {
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
        return FaultCorpus.isHuge(fault) ? 1 : FILES;
    }

    @TestFactory
    Stream<DynamicTest> cleanFilesAreReportedClean() {
        return CleanFiles.kinds().entrySet().stream().map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
            for (long seed = SEED; seed < SEED + CLEAN; seed++) {
                var random = new Random(seed);
                var seen = Seen.of(kind.getValue().write().apply(random));
                assertThat(seen.anomalies()).as("seed %d: %s", seed, seen.summary()).isEmpty();
                assertThat(seen.format()).as("seed %d", seed).isEqualTo(kind.getValue().format());
                assertThat(seen.facts().extent()).isEqualTo(new Extent.Whole());
                assertThat(seen.facts().content()).isNotInstanceOf(Content.Malformed.class);
            }
        }));
    }
}
