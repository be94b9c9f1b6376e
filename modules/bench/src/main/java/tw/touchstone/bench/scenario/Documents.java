package tw.touchstone.bench.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.bench.server.Client;
import tw.touchstone.model.LangText;

/// What is registered: documents that conform to the profile, and a table that fits their description.
final class Documents {

    private static final int TABLE_BYTES = 1_000_000;

    private Documents() {}

    /// A document that names no identifier, with a distribution that has no address yet.
    ///
    /// @param word a word that stands in this title and in no other
    static String dataset(String word) {
        var distribution = Map.of(
                "title", texts("測值 CSV", "Values, CSV"),
                "format", "csv",
                "mediaType", "text/csv",
                "encoding", "UTF-8",
                "licence", "ogdl-1",
                "fields", List.of(Map.of("name", "編號"), Map.of("name", "名稱"), Map.of("name", "測值")));
        return JsonMapper.shared()
                .writeValueAsString(Map.ofEntries(
                        Map.entry("title", texts("登記速度試驗 " + word, "Registration trial " + word)),
                        Map.entry("description", texts("量測登記所需時間之試驗資料。", "Made to measure a registration.")),
                        Map.entry("publisher", "moda"),
                        Map.entry("keywords", List.of("試驗", "效能")),
                        Map.entry("themes", List.of("I00")),
                        Map.entry("frequency", "irregular"),
                        Map.entry("accessRights", "PUBLIC"),
                        Map.entry("issued", "2026-04-15"),
                        Map.entry("modified", "2026-04-15"),
                        Map.entry("language", List.of(LangText.ZH)),
                        Map.entry("contact", Map.of("name", "開放資料窗口", "email", "opendata@example.invalid")),
                        Map.entry("distributions", List.of(distribution))));
    }

    /// Registers a document; the identifier it was given.
    static String register(Client client, String document) {
        return client.post("api/v1/datasets", document)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /// A CSV of three columns and at least a megabyte.
    static byte[] table() {
        var text = new StringBuilder("編號,名稱,測值\r\n");
        for (int i = 0, bytes = 0; bytes < TABLE_BYTES; i++) {
            var line = "%06d,第%d監測站,%d.%d\r\n".formatted(i, i % 977, i * 31 % 500, i % 10);
            bytes += line.getBytes(StandardCharsets.UTF_8).length;
            text.append(line);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts(String zh, String en) {
        return Map.of(LangText.ZH, zh, LangText.EN, en);
    }
}
