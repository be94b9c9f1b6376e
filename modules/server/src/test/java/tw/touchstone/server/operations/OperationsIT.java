package tw.touchstone.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tw.touchstone.server.RunningServer;

class OperationsIT {

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String operator;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.on(home);
        operator = server.operator();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void compactionIsReported() throws Exception {
        var compacted = json(server.send("POST", "/operations/compact", operator, BodyPublishers.noBody()));
        assertThat(compacted.get("bytesAfter").asLong()).isPositive();
        var status = status();
        assertThat(status.get("followed").asLong()).isEqualTo(status.get("lastChange").asLong());
        assertThat(status.get("jobs").get("waiting").asLong()).isZero();
    }

    @Test
    void onlyTheOperatorMay() throws Exception {
        assertThat(server.get("/operations/status").statusCode()).isEqualTo(401);
        assertThat(server.send("GET", "/operations/status", "tso_" + "0".repeat(64), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(401);
    }

    private static JsonNode status() throws IOException, InterruptedException {
        return json(server.send("GET", "/operations/status", operator, BodyPublishers.noBody()));
    }
}
