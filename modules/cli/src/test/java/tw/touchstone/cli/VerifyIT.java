package tw.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scorecard leaves its home as a bundle, and is computed again where nothing else is known.
class VerifyIT {

    @TempDir
    private static Path folder;

    private static Path bundle = Path.of("");

    @BeforeAll
    static void export() throws IOException {
        PublishedHome.create(folder.resolve("home"));
        // The command opens the home itself, as an operator would.
        bundle = folder.resolve("d.bundle.json");
        var run = CommandRun.here("bundle", "d", "--home", folder.resolve("home").toString(), "--out", bundle.toString());
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @Test
    void aFreshProcessWithoutAHomeComesToTheSameBytes(@TempDir Path elsewhere) throws Exception {
        var run = CommandRun.fresh(elsewhere, "verify", bundle.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("verified: d ").contains(" under label-114 1 as of ");
        assertThat(elsewhere.resolve(".touchstone")).doesNotExist();
    }

    @Test
    void aFreshProcessRefusesAChangedByte(@TempDir Path elsewhere) throws Exception {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            var flipped = flipped(random, elsewhere);
            var run = CommandRun.fresh(elsewhere, "verify", flipped.toString());
            assertThat(run.exit()).as("seed %d, round %d: %s", seed, i, run.out()).isBetween(1, 3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("touchstone: " + flipped);
        }
    }

    @Test
    void noChangedByteIsVerified(@TempDir Path elsewhere) throws IOException {
        long seed = Long.getLong("touchstone.seed", 20_261_125);
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var run = CommandRun.here("verify", flipped(random, elsewhere).toString());
            assertThat(run.exit()).as("seed %d, round %d", seed, i).isBetween(1, 3);
        }
    }

    @Test
    void whatIsNoBundleIsRefusedWithThePlace(@TempDir Path elsewhere) throws IOException {
        var file = Files.writeString(elsewhere.resolve("x.json"), "{\"form\":\n x}");
        assertThat(CommandRun.here("verify", file.toString()))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).startsWith("touchstone: " + file + ":2:"));
        assertThat(CommandRun.here("verify", elsewhere.resolve("none").toString()).exit()).isEqualTo(2);
    }

    @Test
    void whatCannotBeExportedIsSaidAndNothingIsWritten(@TempDir Path elsewhere) {
        var out = elsewhere.resolve("out.json");
        assertThat(export(out, "nothing").err()).contains("no scorecard of nothing under label-114");
        assertThat(export(out, "d", "--policy", "none").exit()).isEqualTo(2);
        assertThat(export(out, "d", "--as-of", "2019-12-31").err()).contains("as of 2019-12-31");
        assertThat(export(out, "d", "--as-of", "yesterday").err()).contains("--as-of takes a day");
        assertThat(export(out, "../d").err()).contains("is no identifier");
        assertThat(out).doesNotExist();
    }

    private static CommandRun export(Path out, String... arguments) {
        var all = new ArrayList<>(List.of("bundle", "--home", folder.resolve("home").toString(), "--out", out.toString()));
        all.addAll(List.of(arguments));
        return CommandRun.here(all.toArray(String[]::new));
    }

    private static Path flipped(Random random, Path elsewhere) throws IOException {
        var bytes = Files.readAllBytes(bundle);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Files.write(elsewhere.resolve("flipped.json"), bytes);
    }
}
