package tw.touchstone.server.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.catalog.importing.ImportOptions;
import tw.touchstone.catalog.importing.ImportOutcome;
import tw.touchstone.model.Dataset;
import tw.touchstone.server.RunningServer;

/// What the bulk export gives is read by the import as the same datasets.
class NationalRoundTripIT {

    private static final String HEADER = "資料集識別碼,資料集名稱,資料提供屬性,服務分類,品質檢測,檔案格式,資料下載網址,編碼格式,資資料集上架方式,"
            + "資料集描述,主要欄位說明,提供機關,更新頻率,授權方式,相關網址,計費方式,提供機關聯絡人姓名,提供機關聯絡人電話,上架日期,"
            + "詮釋資料更新時間,備註,資料量";

    /// Rows with everything that exports are known to have: several forms, lists of other lengths, addresses that
    /// cannot be used, formulas, placeholders, unknown terms, quotes and line ends.
    private static final List<String> ROWS = List.of(
            "1001,水庫每日營運狀況,檔案資料,公共資訊,白金,JSON;CSV;XML,https://data.example.tw/1?f=json;https://data.example.tw/1?f=csv;"
                    + "https://data.example.tw/1?f=xml,UTF-8;UTF-8;BIG5,系統介接程式,\"說明有,逗號與\"\"引號\"\"\r\n和換行\","
                    + "\"Basin(集水區,含雨量)、Time\",經濟部水利署,每1日,政府資料開放授權條款-第1版,https://www.example.tw/page,免費,"
                    + "王小明,+886-2-12345678,2017-09-12 15:49:25,2025-02-05 16:08:38,=SUM(A1),56;56;",
            "1002,'=像公式的名稱,,不明分類,無(未做品檢),CSV,https://data.example.tw/2.csv,,,無,-3°C 以下,不存在局,每3個月,某授權,不是網址,付費,"
                    + "(masked),(masked),沒有日期,2025/02/05,''=x,",
            "1003,長度不同的清單,API服務,公共資訊,金,CSV;PDF,https://data.example.tw/3a.csv;https://data.example.tw/3b.csv;"
                    + "https://data.example.tw/3c.csv,UTF-8,,描述,,臺北市政府,不定期更新,創用 CC 姓名標示 4.0 國際,,,,,2020-01-01 00:00:00,"
                    + "2020-01-02 03:04:05,,",
            "1004,有壞網址,,,,CSV;CSV,https://data.example.tw/4.csv;javascript:alert(1),,,描述,甲,環境部,不更新,,,,,,,,,",
            "1005,分號在網址裡,,公共資訊,,CSV,https://data.example.tw/5;v=1?a=b;c,UTF-8,,描述,甲、乙,環境部,每10分,,,,,,,,,",
            "1006,沒有資源,,公共資訊,,,,,,描述,,環境部,每年,政府資料開放授權條款-第1版,,,,,,,,",
            "abc-7,代碼有字母,,公共資訊,,SERVICES,https://api.example.tw/7,,,描述,,環境部,即時,,,,,,,,,");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/datasets/export/csv", "/datasets/export/json", "/api/front/dataset/export?format=json"})
    void anEmptyHomeBecomesTheSameCatalogue(String address) throws Exception {
        var original = folder.resolve("original.csv");
        Files.writeString(original, "\uFEFF" + HEADER + "\r\n" + String.join("\r\n", ROWS) + "\r\n");
        List<Dataset> before;
        byte[] exported;
        try (var server = RunningServer.on(folder.resolve("first"))) {
            imported(server, original);
            before = all(server);
            exported = server.bytes(server.request(address)).body();
        }
        assertThat(before).hasSize(ROWS.size());
        var file = folder.resolve(address.contains("json") ? "export.json" : "export.csv");
        Files.write(file, exported);
        try (var server = RunningServer.on(folder.resolve("second"))) {
            imported(server, file);
            assertThat(all(server)).isEqualTo(before);
            assertThat(server.bytes(server.request(address)).body()).isEqualTo(exported);
        }
    }

    @Test
    void theFileHasTheOfficialColumnsAndNoFormula() throws Exception {
        var original = folder.resolve("original.csv");
        Files.writeString(original, "\uFEFF" + HEADER + "\r\n" + String.join("\r\n", ROWS) + "\r\n");
        try (var server = RunningServer.on(folder.resolve("home"))) {
            imported(server, original);
            var answer = server.get("/api/v2/rest/dataset/export");
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
            assertThat(answer.body()).startsWith("\uFEFF" + HEADER + "\r\n");
            var rows = CSVFormat.RFC4180.parse(new java.io.StringReader(answer.body().substring(1))).getRecords();
            assertThat(rows).hasSize(ROWS.size() + 1).allMatch(row -> row.size() == 22);
            rows.stream().skip(1).forEach(row -> row.forEach(
                    cell -> assertThat(cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0).as(cell).isTrue()));
            assertThat(rows.get(1).get(17)).isEqualTo("'+886-2-12345678");
            assertThat(rows.get(1).get(4)).isEqualTo("無(未做品檢)");
            var tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(server.get("/api/v2/rest/dataset/export", "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(server.get("/api/v2/rest/dataset/export?format=xml").statusCode()).isEqualTo(400);
            assertThat(server.get("/datasets/export/xml").statusCode()).isEqualTo(404);
            assertThat(server.get("/datasets/export/csv?x=1").statusCode()).isEqualTo(400);
        }
    }

    private static void imported(RunningServer server, Path file) {
        var outcome = server.catalog().imports().run(file, ImportOptions.DEFAULT, progress -> {});
        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Imported.class, imported -> {
            assertThat(imported.registered()).isEqualTo(ROWS.size());
            assertThat(imported.balanced()).isTrue();
        });
    }

    /// All datasets without what an import sets itself: the time of registration, and the label that the file
    /// declares.
    private static List<Dataset> all(RunningServer server) throws IOException {
        var all = new ArrayList<Dataset>();
        server.catalog().store().forEachDataset(dataset -> {
            var national = new TreeMap<>(dataset.nationalFields());
            national.remove("品質檢測");
            all.add(dataset.with()
                    .registered(java.util.Optional.empty())
                    .nationalFields(national)
                    .build());
        });
        return all;
    }
}
