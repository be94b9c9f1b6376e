package tw.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.PolicyFiles;

/// A policy is tried and adopted from the command line, on a home that no server holds.
class PolicyCommandsIT {

    @TempDir
    private Path folder;

    private Path draft = Path.of("");

    @BeforeEach
    void write() throws IOException {
        PublishedHome.create(folder.resolve("home"));
        draft = Files.writeString(
                folder.resolve("draft.json"),
                PolicyFiles.text("label-114")
                        .replace("\"version\": \"1\"", "\"version\": \"2\"")
                        .replace("\"label\": \"platinum\"", "\"label\": \"gold\""));
    }

    private CommandRun on(String command, String... more) {
        var arguments = new String[more.length + 5];
        System.arraycopy(new String[] {command, "--home", folder.resolve("home").toString(), "--policy", draft.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.here(arguments);
    }

    @Test
    void whatIsSimulatedIsWhatIsAdopted() {
        var simulated = on("simulate");
        assertThat(simulated.exit()).as(simulated.err()).isZero();
        assertThat(simulated.out().lines())
                .anyMatch(line -> line.startsWith("label-114 2 against label-114, 1 datasets as of "))
                .contains("         1  platinum → gold", "1 datasets change", "  moda  gold +1, platinum -1", "  d  platinum → gold  站");
        assertThat(on("simulate", "--csv").out()).isEqualTo("""
                dataset,agency,before,after,score,drafted,title\r
                d,moda,platinum,gold,,,站\r
                """);
        assertThat(on("simulate").out()).as("nothing was stored").contains("platinum → gold");

        var adopted = on("adopt", "--announced", "2026-01-01", "--grace", "7");
        assertThat(adopted.exit()).as(adopted.err()).isZero();
        assertThat(adopted.out()).contains("label-114 2 is judged by from 2026-01-07T16:00:00Z on");
        assertThat(on("simulate").out()).contains("0 datasets change");
    }

    @Test
    void aFaultyPolicyIsRefusedWithItsLine() throws IOException {
        Files.writeString(draft, PolicyFiles.text("label-114").replace("\"timely\"]", "\"no-such-metric\"]"));

        for (var command : new String[] {"simulate", "adopt"}) {
            var run = on(command);
            assertThat(run.exit()).as(command).isEqualTo(2);
            assertThat(run.err()).matches("(?s)touchstone: .*draft\\.json:\\d+: .*no-such-metric.*");
        }
        Files.writeString(draft, PolicyFiles.text("label-114").replace("1.5", "2.5"));
        assertThat(on("adopt").err()).contains("a new text is a new version");
        assertThat(on("adopt", "--grace", "-1").exit()).isEqualTo(2);
        Files.delete(draft);
        assertThat(on("simulate").err()).contains("there is no such file");
    }
}
