package tw.touchstone.server.browser;

import static tw.touchstone.server.RunningServer.json;

import java.io.IOException;
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

/// The pages of what was viewed and downloaded, in both languages.
@ExtendWith(WithBrowser.class)
class UsageBrowserIT {

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
        server.get("/api/v1/datasets/" + id, "User-Agent", "curl/8.5.0");
        server.catalog().groups().keep();
        browser = Browser.start(Files.createDirectory(folder.resolve("downloads")));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void thePagesOfUsageAreAccessible() {
        for (var language : List.of("zh", "en")) {
            for (var page : List.of(
                    "/usage?",
                    "/usage?dataset=" + id + "&by=month&",
                    "/usage?agency=" + AirQuality.AGENCY + "&from=x&",
                    "/usage/definition?",
                    "/agencies/" + AirQuality.AGENCY + "?")) {
                browser.open("http://localhost:" + server.port() + page + "lang=" + language);
                browser.awaitText(language.equals("en") ? "Touchstone" : "試金石");
                browser.isAccessible(page + " in " + language);
            }
        }
    }
}
