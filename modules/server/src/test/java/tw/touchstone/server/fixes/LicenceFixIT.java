package tw.touchstone.server.fixes;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.server.RunningServer;

/// A row of a catalogue export that named its licence in words and had no file yet: the words stay with the dataset, and
/// are made a term when the file comes.
@Timeout(300)
class LicenceFixIT {

    private static final String EXPORT = """
            資料集識別碼,資料集名稱,資料集描述,主要欄位說明,提供機關,更新頻率,授權方式
            9700001,測站清單,各測站之位置,測站、縣市,環境部,每1年,政府資料開放授權條款－第1版
            """;

    @TempDir
    private Path home;

    @Test
    void theLicenceInWordsBecomesATermOfTheList() throws Exception {
        try (var server = RunningServer.on(home)) {
            var accepted = server.send(
                    "POST", "/api/v1/imports?name=export.csv", server.operator(), BodyPublishers.ofString(EXPORT));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            var place = accepted.headers().firstValue("Location").orElseThrow();
            var dataset = new Published(server, server.administrator(), "national-9700001");
            while (dataset.get("").statusCode() != 200) {
                assertThat(json(server.get(place, "Authorization", "Bearer " + server.operator()))
                                .get("state")
                                .asString())
                        .isNotEqualTo("failed");
                LockSupport.parkNanos(50_000_000);
            }
            var revised = server.send(server.request(dataset.path(""))
                    .header("Authorization", "Bearer " + dataset.token())
                    .header("Content-Type", "application/json")
                    .header("If-Match", dataset.tag())
                    .PUT(BodyPublishers.ofString("""
                            {"title": {"zh-Hant-TW": "測站清單"}, "description": {"zh-Hant-TW": "各測站之位置"},
                             "publisher": "moenv", "distributions": [{"title": {"zh-Hant-TW": "清單"}, "format": "csv", "encoding": "UTF-8",
                              "fields": ["測站", "縣市"]}]}
                            """)));
            assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
            dataset.upload("測站,縣市\r\n前鎮,高雄市\r\n".getBytes(StandardCharsets.UTF_8));

            Foretold.holds(dataset, dataset.fix("term-licence"), "term-licence");
            dataset.apply(dataset.fix("term-licence"));
            assertThat(json(dataset.get("")).at("/distributions/0/licence").asString()).endsWith("ogdl-1");
            assertThat(dataset.fixes()).noneMatch(each -> each.get("kind").asString().equals("term-licence"));
        }
    }
}
