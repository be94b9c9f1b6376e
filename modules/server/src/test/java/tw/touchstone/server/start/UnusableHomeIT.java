package tw.touchstone.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.RunningServer;
import tw.touchstone.server.Touchstone;

/// A server that cannot have its home says so in sentences and ends.
class UnusableHomeIT {

    @TempDir
    private Path folder;

    @Test
    void aSecondServerOnOneHomeSaysWhoHoldsIt() throws Exception {
        var home = folder.resolve("home");
        try (var _ = RunningServer.on(home)) {
            var second = start(home, RunningServer.BASE);

            assertThat(second.status()).isEqualTo(1);
            assertThat(second.lines())
                    .contains(
                            "Another Touchstone is running on the home " + home + ".",
                            "Stop it, or give this one a home of its own with --home DIR.")
                    .noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @Test
    void aHomeBegunUnderAnotherNameIsLeftAlone() throws Exception {
        var home = folder.resolve("home");
        RunningServer.on(home).close();

        var other = start(home, "https://other.example.tw/");

        assertThat(other.status()).isEqualTo(1);
        assertThat(other.lines())
                .contains("Leave --base-iri out to go on with that name, or begin a new home with --home DIR.")
                .anyMatch(line -> line.contains(RunningServer.BASE))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void aHomeThatIsAFileIsNamed() throws Exception {
        var home = Files.writeString(folder.resolve("home"), "not a folder");

        var refused = start(home, RunningServer.BASE);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.lines())
                .contains("Check that the home can be written and has room.")
                .anyMatch(line -> line.contains(home.toString()))
                .noneMatch(line -> line.startsWith("\tat "));
        assertThat(home).hasContent("not a folder");
    }

    private record Ended(int status, List<String> lines) {}

    private static Ended start(Path home, String base) throws IOException, InterruptedException {
        var server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Touchstone.class.getName(),
                        "--port=0",
                        "--home=" + home,
                        "--no-samples",
                        "--base-iri=" + base)
                .redirectErrorStream(true)
                .start();
        try (var out = server.inputReader(StandardCharsets.UTF_8)) {
            var lines = out.readAllLines();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(server.exitValue(), lines);
        } finally {
            server.destroyForcibly();
        }
    }
}
