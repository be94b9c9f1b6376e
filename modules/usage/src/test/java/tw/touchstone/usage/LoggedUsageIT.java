package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tw.touchstone.usage.Events.AIR;
import static tw.touchstone.usage.Events.AIR_CSV;
import static tw.touchstone.usage.Events.ANNA;
import static tw.touchstone.usage.Events.NOON;
import static tw.touchstone.usage.Events.download;
import static tw.touchstone.usage.Events.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// The log engine, with what only files can suffer.
class LoggedUsageIT extends UsageContract {

    /// Small, so that the contract runs over many segments.
    private static final long SEGMENT_BYTES = 4096;

    @TempDir
    Path home;

    @Override
    Usage open(Clock clock) {
        return LoggedUsage.open(home, Events.ROBOTS, clock, SEGMENT_BYTES);
    }

    private LoggedUsage logged() {
        return (LoggedUsage) usage;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 20, 40})
    void cutsATornTailAndSaysHowMuchItTook(int torn) throws IOException {
        writeFiveViews();
        Path log = lastSegment();
        byte[] bytes = Files.readAllBytes(log);
        int frame = (bytes.length - Segment.HEADER_BYTES) / 5;
        Files.write(log, Arrays.copyOf(bytes, bytes.length - frame + torn));

        usage = open(Events.at(NOON));

        assertThat(logged().recovery()).isEqualTo(new Recovery(4, torn, 0));
        assertThat(usage.totals(AIR).views()).isEqualTo(4);
        usage.count(view(NOON.plusSeconds(1000), AIR, ANNA));
        reopen();
        assertThat(logged().recovery().isClean()).isTrue();
        assertThat(usage.totals(AIR).views()).isEqualTo(5);
    }

    @Test
    void losesOneEventToAFlippedByteAndKeepsThoseBehindIt() throws IOException {
        writeFiveViews();
        Path log = lastSegment();
        byte[] bytes = Files.readAllBytes(log);
        int frame = (bytes.length - Segment.HEADER_BYTES) / 5;
        bytes[Segment.HEADER_BYTES + frame * 2 + 12] ^= 1;
        Files.write(log, bytes);

        usage = open(Events.at(NOON));

        assertThat(logged().recovery()).isEqualTo(new Recovery(4, 0, frame));
        assertThat(usage.totals(AIR).views()).isEqualTo(4);
    }

    @Test
    void survivesATailOfZerosAndOfNoise() throws IOException {
        writeFiveViews();
        var noise = new byte[70_000];
        new Random(7).nextBytes(noise);
        Files.write(lastSegment(), new byte[70_000], StandardOpenOption.APPEND);
        Files.write(lastSegment(), noise, StandardOpenOption.APPEND);

        usage = open(Events.at(NOON));

        assertThat(logged().recovery()).isEqualTo(new Recovery(5, 140_000, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void goesOnInASegmentThatWasNeverBegun(int bytes) throws IOException {
        writeFiveViews();
        Files.write(home.resolve("events-00000002.log"), new byte[bytes]);

        usage = open(Events.at(NOON));
        usage.count(view(NOON.plusSeconds(1000), AIR, ANNA));
        reopen();

        assertThat(usage.totals(AIR).views()).isEqualTo(6);
        assertThat(Files.size(home.resolve("events-00000002.log"))).isGreaterThan(Segment.HEADER_BYTES);
    }

    private void writeFiveViews() throws IOException {
        for (int n = 0; n < 5; n++) {
            usage.count(view(NOON.plusSeconds(100L * n), AIR, ANNA));
        }
        usage.close();
        Files.delete(home.resolve("checkpoint"));
    }

    private Path lastSegment() throws IOException {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    @Test
    void startsFromTheCheckpointAndDoesWithoutADamagedOne() throws IOException {
        for (int n = 0; n < 1000; n++) {
            usage.count(view(NOON.plusSeconds(40L * n), AIR, ANNA));
        }
        reopen();
        assertThat(logged().recovery()).isEqualTo(new Recovery(0, 0, 0));
        assertThat(usage.totals(AIR).views()).isEqualTo(1000);
        usage.close();
        Path checkpoint = home.resolve("checkpoint");
        byte[] bytes = Files.readAllBytes(checkpoint);
        for (byte[] damaged : List.of(flip(bytes), Arrays.copyOf(bytes, bytes.length - 3), new byte[0])) {
            Files.write(checkpoint, damaged);
            usage = open(Events.at(NOON));
            assertThat(logged().recovery()).isEqualTo(new Recovery(1000, 0, 0));
            assertThat(usage.totals(AIR).views()).isEqualTo(1000);
            usage.close();
        }
    }

    @Test
    void doesWithoutACheckpointThatIsAheadOfTheLog() throws IOException {
        for (int n = 0; n < 5; n++) {
            usage.count(view(NOON.plusSeconds(100L * n), AIR, ANNA));
        }
        usage.close();
        byte[] bytes = Files.readAllBytes(lastSegment());
        Files.write(lastSegment(), Arrays.copyOf(bytes, bytes.length - 1));

        usage = open(Events.at(NOON));

        assertThat(usage.totals(AIR).views()).isEqualTo(4);
    }

    private static byte[] flip(byte[] bytes) {
        var flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        return flipped;
    }

    @Test
    void derivesAnewWhenItIsOpenedUnderAnotherRobotList() {
        usage.count(download(NOON, AIR_CSV, ANNA));
        usage.close();

        usage = LoggedUsage.open(home, new RobotList("strict", Set.of("firefox"), Set.of()), Events.at(NOON));

        assertThat(usage.totals(AIR)).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void refusesASecondOpening() {
        assertThatThrownBy(() -> open(Events.at(NOON)))
                .isInstanceOf(UsageInUse.class)
                .hasMessage("the usage log %s is open in another process", home);
    }

    @Test
    void refusesALogWithAMissingPart() throws IOException {
        for (int n = 0; n < 500; n++) {
            usage.count(view(NOON.plusSeconds(40L * n), AIR, ANNA));
        }
        usage.close();
        Files.delete(home.resolve("events-00000002.log"));

        assertThatThrownBy(() -> open(Events.at(NOON)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("events-00000002.log is missing");
    }

    @Test
    void namesWhatABackupCopies(@TempDir Path backup) throws IOException {
        for (int n = 0; n < 500; n++) {
            usage.count(view(NOON.plusSeconds(40L * n), AIR, ANNA));
        }
        var files = logged().logFiles();
        usage.count(view(NOON.plusSeconds(1_000_000), AIR, ANNA));
        for (LogFile file : files) {
            byte[] bytes = Files.readAllBytes(file.file());
            Files.write(backup.resolve(file.file().getFileName()), Arrays.copyOf(bytes, (int) file.bytes()));
        }

        try (var restored = LoggedUsage.open(backup, Events.ROBOTS, Events.at(NOON))) {
            assertThat(restored.totals(AIR).views()).isEqualTo(500);
            assertThat(restored.recovery()).isEqualTo(new Recovery(500, 0, 0));
        }
    }

    @Test
    void derivesTheSameNumbersLiveAfterRestartsAndFromTheWholeLog() {
        long seed = System.nanoTime();
        System.getLogger("test").log(System.Logger.Level.INFO, "seed {0}", seed);
        var random = new Random(seed);
        var at = NOON;
        for (int n = 0; n < 3000; n++) {
            at = at.plusMillis(random.nextInt(100) == 0 ? random.nextInt(-90_000_000, 90_000_000) : random.nextInt(9000));
            usage.count(randomEvent(random, at));
            if (random.nextInt(300) == 0) {
                reopen();
            }
        }
        var live = state();

        usage.recompute(Events.ROBOTS);

        assertThat(state()).as("seed %d", seed).isEqualTo(live);
    }

    private static UsageEvent randomEvent(Random random, java.time.Instant at) {
        var dataset = new DatasetId("d" + random.nextInt(3));
        Optional<DistributionId> distribution =
                random.nextBoolean() ? Optional.of(new DistributionId(dataset, 1 + random.nextInt(2))) : Optional.empty();
        String visitor = random.nextInt(4) == 0 ? VisitorKeys.NONE : random.nextBoolean() ? ANNA : Events.BEN;
        String product = List.of("Firefox", "curl", "Slurp").get(random.nextInt(3));
        return new UsageEvent(
                at,
                random.nextBoolean() ? Kind.VIEW : Kind.DOWNLOAD,
                dataset,
                distribution,
                visitor,
                product,
                Events.ROBOTS.agent(product));
    }

    private List<DayCounts> state() {
        var state = new ArrayList<DayCounts>();
        state.add(usage.catalogueDays(LocalDate.MIN, LocalDate.MAX));
        for (int n = 0; n < 3; n++) {
            state.add(usage.days(new DatasetId("d" + n), LocalDate.MIN, LocalDate.MAX));
        }
        return state;
    }
}
