package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.DistributionId;

/// The shell's limit on the size of a file stands for a full disk: writes fail, some of them half-way.
@EnabledIf("bashIsThere")
class FullDiskIT {

    @TempDir
    Path home;

    static boolean bashIsThere() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    @Test
    void losesEventsButNeverThrowsAndKeepsWhatItCounted() throws Exception {
        var command = List.of(
                "/bin/bash",
                "-c",
                "ulimit -f 512; exec \"$0\" \"$@\"",
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FillingProcess.class.getName(),
                home.toString());
        var filling = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines;
        try (var out = filling.inputReader(StandardCharsets.US_ASCII)) {
            lines = out.readAllLines();
        }
        assertThat(filling.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).hasSize(1);
        int counted = Integer.parseInt(lines.getFirst());
        assertThat(counted).isGreaterThan(1000);

        try (var usage = LoggedUsage.open(home, Events.ROBOTS, Events.at(Events.NOON))) {
            assertThat(usage.catalogue().downloads()).isEqualTo(counted);
            usage.count(Events.view(Events.NOON, Events.AIR, Events.ANNA));
            assertThat(usage.lost()).isZero();
        }
    }

    /// Counts downloads until a hundred could not be written, prints how many could and goes without closing anything.
    static final class FillingProcess {

        private FillingProcess() {}

        public static void main(String[] arguments) {
            try (var usage = LoggedUsage.open(Path.of(arguments[0]), Events.ROBOTS, Events.at(Events.NOON))) {
                int n = 0;
                while (usage.lost() < 100 && n < 1_000_000) {
                    n++;
                    usage.count(new UsageEvent(
                            Events.NOON,
                            Kind.DOWNLOAD,
                            Events.AIR,
                            Optional.of(new DistributionId(Events.AIR, n)),
                            Events.ANNA,
                            "curl",
                            Agent.MACHINE));
                }
                System.out.println(n - usage.lost());
                System.out.flush();
                Runtime.getRuntime().halt(0);
            }
        }
    }
}
