package tw.touchstone.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.importing.ImportOptions;

/// A short life on a scratch home, from which the JDK learns what a start needs and which code is used most. (JEP 514, 515)
///
/// It does what a catalogue does all day, some thousand times, so that a server need not find out by counting what is worth
/// compiling: it imports, judges, indexes, searches and shows.
final class Warmup {

    private static final List<String> PATHS =
            List.of("", "datasets?q=%E6%A8%99%E7%AB%A0", "datasets/sample-county-codes", "datasets/sample-county-codes.ttl",
                    "api/v1/datasets?q=open", "sign-in", "rules");

    private static final int DATASETS = 3_000;
    private static final int VISITS = 400;
    private static final List<String> TOPICS = List.of("空氣品質", "公車動態", "預算執行", "人口統計", "停車場", "水質監測", "災害潛勢");
    private static final List<String> FORMATS = List.of("CSV", "JSON", "XML;CSV", "PDF", "CSV;JSON;XLSX");

    private Warmup() {}

    /// Starts, imports, asks for pages and ends.
    ///
    /// @param arguments the scratch home
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var application = new SpringApplication(Touchstone.class);
        try (var context = (ServletWebServerApplicationContext) application.run(
                        "--server.port=0", "--touchstone.home=" + arguments[0], "--touchstone.check-links=none");
                var client = HttpClient.newHttpClient()) {
            var server = context.getWebServer();
            if (server == null) {
                throw new IllegalStateException("there is no web server to warm up");
            }
            var catalogue = Path.of(arguments[0], "warmup.csv");
            Files.writeString(catalogue, export());
            context.getBean(Catalog.class).imports().run(catalogue, ImportOptions.DEFAULT, _ -> {});
            var base = URI.create("http://localhost:" + server.getPort() + "/");
            for (var path : PATHS) {
                visit(client, base.resolve(path));
            }
            for (int i = 0; i < VISITS; i++) {
                var query = URLEncoder.encode(TOPICS.get(i % TOPICS.size()) + " " + i, StandardCharsets.UTF_8);
                visit(client, base.resolve("api/v1/datasets?q=" + query));
                visit(client, base.resolve("datasets/" + (i + 1)));
                visit(client, base.resolve("datasets/" + (i + 1) + ".ttl"));
            }
        }
    }

    private static void visit(HttpClient client, URI address) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    }

    /// A catalogue in the columns of the national export that carry most.
    private static String export() {
        var rows = new StringBuilder("資料集識別碼,資料集名稱,檔案格式,資料下載網址,資料集描述,主要欄位說明,提供機關,更新頻率,授權方式\n");
        for (int i = 1; i <= DATASETS; i++) {
            var topic = TOPICS.get(i % TOPICS.size());
            var formats = FORMATS.get(i % FORMATS.size());
            rows.append(i).append(',').append(topic).append("資料第").append(i).append("號,").append(formats).append(',');
            for (int at = 0; at < formats.split(";", -1).length; at++) {
                rows.append(at == 0 ? "" : ";").append("https://data.example/").append(i).append('/').append(at);
            }
            // The usual export leaves these blank; half of the rows fill them.
            rows.append(i % 2 == 0 ? ",依測站與日期彙整之" + topic + ",測站代碼、測值、日期,環境部,每1日,政府資料開放授權條款-第1版\n" : ",,,環境部,,\n");
        }
        return rows.toString();
    }
}
