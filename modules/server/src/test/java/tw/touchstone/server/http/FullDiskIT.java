package tw.touchstone.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// A server that cannot write a file to its end says 507 and goes on. The shell's limit on the size of a file stands for
/// a full disk.
@EnabledIf("bashIsThere")
class FullDiskIT {

    /// In KiB: above what the empty stores need, below the upload.
    private static final int LIMIT = 65_536;

    @TempDir
    private Path home;

    static boolean bashIsThere() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    @Test
    void answersInsufficientStorageKeepsNothingAndGoesOn() throws Exception {
        var command = List.of(
                "/bin/bash",
                "-c",
                "ulimit -f " + LIMIT + "; exec \"$0\" \"$@\"",
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ServingProcess.class.getName(),
                home.toString());
        var serving = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines;
        try (var out = serving.inputReader(StandardCharsets.UTF_8)) {
            lines = out.readAllLines().stream().filter(line -> line.startsWith("test: ")).toList();
        }
        assertThat(serving.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(lines)
                .containsExactly(
                        "test: registered 201",
                        "test: upload 507 application/problem+json status 507",
                        "test: unfinished 0",
                        "test: the record is unchanged true",
                        "test: small upload 200",
                        "test: download 200 true");
    }

    /// Uploads what does not fit and then what does, and prints what came of it.
    static final class ServingProcess {

        private static final long SEED = 507;

        private ServingProcess() {}

        public static void main(String[] arguments) throws Exception {
            var home = Path.of(arguments[0]);
            try (var server = RunningServer.on(home)) {
                var editor = server.editor(AirQuality.AGENCY);
                var datasets = "/api/v1/datasets";
                var registered =
                        server.send("POST", datasets, editor, "application/json", AirQuality.json("滿載測站"));
                say("registered %d".formatted(registered.statusCode()));
                var record = datasets + "/" + json(registered).get("id").asString();
                var content = record + "/distributions/1/content";
                var before = server.get(record).body();

                var much = new byte[(LIMIT + 4096) << 10];
                new Random(SEED).nextBytes(much);
                var refused = server.send("PUT", content, editor, BodyPublishers.ofByteArray(much));
                say("upload %d %s status %d"
                        .formatted(
                                refused.statusCode(),
                                refused.headers().firstValue("Content-Type").orElse("none"),
                                json(refused).get("status").asInt()));
                try (var unfinished = Files.list(home.resolve("archive/incoming"))) {
                    say("unfinished %d".formatted(unfinished.count()));
                }
                say("the record is unchanged %b".formatted(server.get(record).body().equals(before)));

                var small = server.send("PUT", content, editor, BodyPublishers.ofByteArray(AirQuality.big5()));
                say("small upload %d".formatted(small.statusCode()));
                var download = json(server.get(record)).get("distributions").get(0).get("downloadUrl").asString();
                var sent = server.bytes(server.request(download.substring(RunningServer.BASE.length() - 1)));
                say("download %d %b".formatted(sent.statusCode(), Arrays.equals(sent.body(), AirQuality.big5())));
            }
        }

        private static void say(String line) {
            System.out.println("test: " + line);
        }
    }
}
