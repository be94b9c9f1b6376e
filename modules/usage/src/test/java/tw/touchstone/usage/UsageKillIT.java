package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;

/// Another process counts and is killed: what it had acknowledged is there, once.
class UsageKillIT {

    @TempDir
    Path home;

    @RepeatedTest(3)
    void findsEveryAcknowledgedEventOnceAfterAKill() throws Exception {
        int acknowledged = 0;
        var counting = start();
        try (var out = counting.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged = Integer.parseInt(line);
                if (acknowledged == 3000) {
                    // By its handle, since Process.destroyForcibly() would throw away what it printed last.
                    counting.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(counting.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(counting.exitValue()).isNotZero();
        assertThat(acknowledged).isGreaterThanOrEqualTo(3000);

        try (var usage = LoggedUsage.open(home, Events.ROBOTS, Events.at(Events.NOON))) {
            // The one event under way may be torn: nobody was told of it.
            assertThat(usage.recovery().damaged()).isZero();
            for (int n = 1; n <= acknowledged; n++) {
                assertThat(usage.totals(CountingProcess.distribution(n)).downloads()).as("event %d", n).isEqualTo(1);
            }
            assertThat(usage.totals(CountingProcess.DATASET).downloads()).isBetween((long) acknowledged, acknowledged + 1L);
        }
    }

    @Test
    void refusesASecondProcess() throws Exception {
        var counting = start();
        try (var out = counting.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(out.readLine()).isEqualTo("1");
            assertThatThrownBy(() -> LoggedUsage.open(home, Events.ROBOTS, Events.at(Events.NOON)))
                    .isInstanceOf(UsageInUse.class);
        } finally {
            counting.destroyForcibly();
        }
        assertThat(counting.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process start() throws IOException {
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                CountingProcess.class.getName(),
                home.toString());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /// Counts one download after the other and prints the number of each when it is counted, until it is killed.
    static final class CountingProcess {

        static final DatasetId DATASET = new DatasetId("killed");

        private CountingProcess() {}

        static DistributionId distribution(int n) {
            return new DistributionId(DATASET, n);
        }

        public static void main(String[] arguments) {
            try (var usage = LoggedUsage.open(Path.of(arguments[0]), Events.ROBOTS, Events.at(Events.NOON), 1 << 16)) {
                for (int n = 1; n < 1_000_000; n++) {
                    usage.count(new UsageEvent(
                            Events.NOON,
                            Kind.DOWNLOAD,
                            DATASET,
                            Optional.of(distribution(n)),
                            Events.ANNA,
                            "curl",
                            Agent.MACHINE));
                    System.out.println(n);
                    System.out.flush();
                }
            }
        }
    }
}
