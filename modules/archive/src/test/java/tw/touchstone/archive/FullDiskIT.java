package tw.touchstone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.Sha256;

/// The shell's limit on the size of a file stands for a full disk: writes fail, some of them half-way.
@EnabledIf("bashIsThere")
class FullDiskIT {

    @TempDir
    Path home;

    static boolean bashIsThere() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    @Test
    void leavesNothingHalfWrittenAndGoesOn() throws Exception {
        var command = List.of(
                "/bin/bash",
                "-c",
                "ulimit -f 8192; exec \"$0\" \"$@\"",
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
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

        assertThat(lines)
                .containsExactly(
                        "put", "large refused", "stream refused", "batch refused", "named 1, unfinished 0", "put");
        try (var archive = DirectoryArchive.open(home)) {
            var named = new ArrayList<Sha256>();
            archive.forEach(named::add);
            assertThat(named)
                    .containsExactlyInAnyOrder(
                            Sha256.of(ArchiveContract.noise(1000)), Sha256.of(ArchiveContract.noise(2000)))
                    .allSatisfy(digest -> assertThat(archive.verify(digest)).isEqualTo(Integrity.INTACT));
        }
    }

    /// Puts what fits and what does not, and prints what came of it.
    static final class FillingProcess {

        private static final int TOO_MUCH = 9 << 20;

        private FillingProcess() {}

        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            try (var archive = DirectoryArchive.open(home)) {
                archive.put(ArchiveContract.noise(1000));
                System.out.println("put");
                attempt("large", () -> archive.put(ArchiveContract.noise(TOO_MUCH)));
                attempt(
                        "stream",
                        () -> archive.put(new ByteArrayInputStream(ArchiveContract.noise(TOO_MUCH)), TOO_MUCH));
                var batch = new ArrayList<byte[]>();
                for (int n = 0; n < 300; n++) {
                    batch.add(ArchiveContract.noise(60_000 + n));
                }
                attempt("batch", () -> archive.putAll(batch));
                var named = new ArrayList<Sha256>();
                archive.forEach(named::add);
                try (var unfinished = Files.list(home.resolve("incoming"))) {
                    System.out.printf("named %d, unfinished %d%n", named.size(), unfinished.count());
                }
                archive.put(ArchiveContract.noise(2000));
                System.out.println("put");
            }
        }

        private static void attempt(String what, Runnable put) {
            try {
                put.run();
                System.out.println(what + " kept");
            } catch (UncheckedIOException e) {
                System.out.println(what + " refused");
            }
        }
    }
}
