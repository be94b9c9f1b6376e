package tw.touchstone.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.model.DatasetId;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

class WithdrawalIT {

    private static final String DATASETS = "/api/v1/datasets";

    @TempDir
    private static Path home;

    private static RunningServer server;
    private static String editor;

    @BeforeAll
    static void start() {
        server = RunningServer.on(home);
        editor = server.editor(AirQuality.AGENCY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWasChangedInBetweenIsNotWithdrawn() throws Exception {
        var registered = server.send("POST", DATASETS, editor, "application/json", AirQuality.json("新竹測站"));
        var id = json(registered).get("id").asString();
        long first = json(registered).get("number").asLong();
        var stale = registered.headers().firstValue("ETag").orElseThrow();
        var revised = server.send(server.request(DATASETS + "/" + id)
                .header("Authorization", "Bearer " + editor)
                .header("Content-Type", "application/json")
                .header("If-Match", stale)
                .PUT(BodyPublishers.ofString(AirQuality.json("新竹測站二"))));
        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
        long second = json(revised).get("number").asLong();

        assertThat(withdraw(id, stale).statusCode()).isEqualTo(412);
        // Past the look before the write, where somebody is quicker: the write itself compares.
        var account = server.catalog().members().accounts().byName("editor-of-" + AirQuality.AGENCY).orElseThrow();
        assertThat(server.catalog().publishing().withdraw(new DatasetId(id), "晚了", OptionalLong.of(first), account))
                .isEqualTo(new Registration.Conflict(new DatasetId(id), second));
        assertThat(server.get(DATASETS + "/" + id).statusCode()).isEqualTo(200);

        assertThat(withdraw(id, revised.headers().firstValue("ETag").orElseThrow()).statusCode())
                .isEqualTo(204);
        assertThat(server.get(DATASETS + "/" + id).statusCode()).isEqualTo(410);
    }

    private static HttpResponse<String> withdraw(String id, String tag) throws Exception {
        return server.send(server.request(DATASETS + "/" + id + "?reason=x")
                .header("Authorization", "Bearer " + editor)
                .header("If-Match", tag)
                .DELETE());
    }
}
