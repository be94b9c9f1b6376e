package tw.touchstone.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.AirQuality;
import tw.touchstone.server.RunningServer;

/// The pages that say why a label is held, since when, and whether a certificate is good, in both languages.
@ExtendWith(WithBrowser.class)
class QualityBrowserIT {

    @TempDir
    private Path folder;

    private RunningServer server;
    private Browser browser;
    private String id = "";

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = RunningServer.on(folder.resolve("home"));
        var token = server.editor(AirQuality.AGENCY);
        id = json(server.send("POST", "/api/v1/datasets", token, "application/json", AirQuality.json("空氣品質")))
                .get("id")
                .asString();
        for (var bytes : List.of(AirQuality.CSV.getBytes(StandardCharsets.UTF_8), AirQuality.big5())) {
            server.send(
                    "PUT",
                    "/api/v1/datasets/" + id + "/distributions/1/content",
                    token,
                    BodyPublishers.ofByteArray(bytes));
        }
        browser = Browser.start(Files.createDirectory(folder.resolve("downloads")));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void thePagesOfQualityAreAccessible() {
        for (var language : List.of("zh", "en")) {
            for (var page : List.of(
                    "/datasets/" + id + "?",
                    "/datasets/" + id + "/scorecard?",
                    "/datasets/" + id + "/scorecard?policy=mqa-405&",
                    "/datasets/" + id + "/history?",
                    "/datasets/" + id + "/history?policy=mqa-405&from=2020-01-01&to=2099-01-01&",
                    "/verify/" + id + "?",
                    "/verify/" + id + "?certificate=a.b.c&")) {
                browser.open("http://localhost:" + server.port() + page + "lang=" + language);
                browser.awaitText(language.equals("en") ? "Touchstone" : "試金石");
                browser.isAccessible(page + " in " + language);
            }
        }
    }
}
