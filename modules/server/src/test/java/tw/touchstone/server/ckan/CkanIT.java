package tw.touchstone.server.ckan;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.server.RunningServer.json;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.RunningServer;
import tw.touchstone.server.harvest.Registered;

/// CKAN's action API, asked as CKAN's own clients ask it.
class CkanIT {

    private static final int ALL = 2_300;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path home;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(home);
        Registered.register(server, IntStream.rangeClosed(1, ALL + 1));
        Registered.withdraw(server, ALL + 1, "重複");
        assertThat(server.catalog().awaitFollowed(Duration.ofMinutes(2))).isTrue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// As `ckanapi search datasets` does: a thousand at a time until a page is empty.
    @Test
    void aClientThatSearchesForEverythingComesToTheEnd() throws Exception {
        var met = new ArrayList<String>();
        int pages = 0;
        for (boolean more = true; more; pages++) {
            var page = call("package_search", Map.of("start", met.size(), "rows", 1_000));
            assertThat(page.get("count").asInt()).isEqualTo(ALL);
            page.get("results").forEach(each -> met.add(each.get("name").asString()));
            more = !page.get("results").isEmpty();
        }
        assertThat(pages).isEqualTo(4);
        assertThat(met).hasSize(ALL).doesNotHaveDuplicates();
    }

    /// As `ckanapi dump datasets --all` and `dump organizations --all` do: all names, then each by itself.
    @Test
    void aClientThatDumpsEverythingFindsEachByItsName() throws Exception {
        var names = call("package_list", Map.of());
        assertThat(names.size()).isEqualTo(ALL);
        for (int i = 0; i < ALL; i += 100) {
            var shown = call("package_show", Map.of("id", names.get(i).asString(), "include_datasets", false));
            assertThat(shown.get("name")).isEqualTo(names.get(i));
        }
        var organizations = call("organization_list", Map.of());
        assertThat(organizations.size()).isEqualTo(2);
        for (var name : organizations) {
            var shown = call("organization_show", Map.of("id", name.asString(), "include_datasets", false));
            assertThat(shown.get("package_count").asInt()).isEqualTo(ALL / 2);
        }
        for (var name : call("group_list", Map.of())) {
            assertThat(call("group_show", Map.of("id", name.asString()))
                            .get("package_count")
                            .asInt())
                    .isEqualTo(ALL);
        }
    }

    /// As the CKAN harvester of ckanext-harvest does: by GET, in the order of ids, filters joined by blanks.
    @Test
    void aHarvesterWalksThroughWhatItFilters() throws Exception {
        var filter = encoded("organization:moenv OR organization:none metadata_modified:[2020-01-01T00:00:00Z TO *]");
        var met = new ArrayList<String>();
        boolean more = true;
        for (int start = 0; more; start += 500) {
            var page = json(server.get(
                            "/api/action/package_search?rows=500&start=" + start + "&sort=id+asc&fq=" + filter))
                    .at("/result/results");
            page.forEach(each -> met.add(each.get("id").asString()));
            more = !page.isEmpty();
        }
        assertThat(met).hasSize(ALL / 2).isSorted().doesNotHaveDuplicates();
        var none = encoded("organization:moenv metadata_modified:[NOW+1DAY TO *]");
        assertThat(json(server.get("/api/3/action/package_search?fq=" + none))
                        .at("/result/count")
                        .asInt())
                .isZero();
    }

    @Test
    void aPackageIsWhatCkanCallsOne() throws Exception {
        var shown = call("package_show", Map.of("id", "0002"));
        assertThat(shown.get("title").asString()).isEqualTo("資料集 <2> & 更多");
        assertThat(shown.get("state").asString()).isEqualTo("active");
        assertThat(shown.get("type").asString()).isEqualTo("dataset");
        assertThat(shown.get("private").asBoolean()).isFalse();
        assertThat(shown.get("isopen").asBoolean()).isTrue();
        assertThat(shown.get("license_id").asString()).isEqualTo("ogdl-1");
        assertThat(shown.get("owner_org").asString()).isEqualTo("moenv");
        assertThat(shown.at("/organization/title").asString()).isEqualTo("環境部");
        assertThat(shown.get("num_tags").asInt()).isEqualTo(2);
        assertThat(shown.at("/tags/0/name").asString()).isEqualTo("空氣");
        assertThat(shown.at("/groups/0/name").asString()).isEqualTo("atmosphere");
        assertThat(shown.get("metadata_modified").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(extra(shown, "uri")).isEqualTo(RunningServer.BASE + "datasets/0002");
        assertThat(extra(shown, "frequency")).isEqualTo("P1M");
        assertThat(extra(shown, "計費方式")).isEqualTo("免費");
        assertThat(extra(shown, "quality_label")).isNotEmpty();
        var resource = shown.at("/resources/0");
        assertThat(resource.get("format").asString()).isEqualTo("CSV");
        assertThat(resource.get("url").asString()).isEqualTo("https://data.example.tw/0002.csv");
        assertThat(call("resource_show", Map.of("id", resource.get("id").asString())))
                .isEqualTo(resource);
        assertThat(call("package_search", Map.of("q", "name:0002")).at("/results/0"))
                .isEqualTo(shown);
    }

    private static String extra(JsonNode dataset, String key) {
        for (var each : dataset.get("extras")) {
            if (each.get("key").asString().equals(key)) {
                return each.get("value").asString();
            }
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*:*                                              | 2300",
                "organization:moenv                               | 1150",
                "organization:\"moenv\"                           | 1150",
                "+organization:moenv +res_format:CSV              | 1150",
                "organization:moenv AND res_format:PDF            | 0",
                "organization:moenv OR organization:moda          | 2300",
                "organization:(moenv OR moda)                     | 2300",
                "-organization:moenv                              | 1150",
                "NOT organization:moenv                           | 1150",
                "*:* NOT organization:moenv                       | 1150",
                "(organization:moenv OR tags:空氣) AND -tags:編號2 | 2299",
                "tags:\"編號17\"                                   | 1",
                "tags:編號                                         | 0",
                "res_format:csv                                   | 2300",
                "groups:atmosphere groups:climate                 | 2300",
                "license_id:ogdl-1 state:active type:dataset      | 2300",
                "private:true                                     | 0",
                "organization:*                                   | 2300",
                "id:0001 OR name:0002 OR id:none                  | 2",
                "title:\"Dataset 17\"                             | 1",
                "title:(資料集) id:0003                           | 1",
                "metadata_created:[* TO NOW]                      | 2300",
                "metadata_modified:[NOW/DAY+1DAY TO *]            | 0",
                "quality_label:none-unchecked                     | 2300"
            })
    void filtersAreUnderstood(String filter, int count) throws Exception {
        for (var name : List.of("fq", "q")) {
            assertThat(call("package_search", Map.of(name, filter, "rows", 0))
                            .get("count")
                            .asInt())
                    .as(name)
                    .isEqualTo(count);
        }
    }

    @Test
    void wordsAreSearchedForAndFiltersNarrowThem() throws Exception {
        var found = call("package_search", Map.of("q", "\"Dataset 17\"", "fq", "organization:moda"));
        assertThat(found.get("count").asInt()).isEqualTo(1);
        assertThat(found.at("/results/0/name").asString()).isEqualTo("0017");
        assertThat(call("package_search", Map.of("q", "沒有這種東西")).get("count").asInt())
                .isZero();
        assertThat(call("package_search", Map.of("fq_list", List.of("organization:moda", "tags:編號17")))
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void facetsAreCountedOverWhatWasFound() throws Exception {
        var found = call(
                "package_search",
                Map.of(
                        "fq",
                        "organization:moenv",
                        "rows",
                        0,
                        "facet.field",
                        List.of("organization", "res_format", "tags"),
                        "facet.limit",
                        2));
        assertThat(found.get("facets")).isEqualTo(JSON.readTree("""
                {"organization": {"moenv": 1150}, "res_format": {"CSV": 1150}, "tags": {"空氣": 1150, "編號10": 1}}"""));
        assertThat(found.at("/search_facets/organization/items/0/display_name").asString())
                .isEqualTo("環境部");
        var byGet =
                json(server.get("/api/3/action/package_search?rows=0&facet.field=" + encoded("[\"organization\"]")));
        assertThat(byGet.at("/result/facets/organization/moda").asInt()).isEqualTo(1150);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name asc                             | 0001",
                "name desc                            | 2300",
                "metadata_modified desc               | 2300",
                "metadata_modified asc                | 0001",
                "score desc, metadata_modified desc   | 2300",
                "score desc, name asc                 | 0001",
                "none                                 | 2300"
            })
    void ordersAreKept(String sort, String first) throws Exception {
        var found = call("package_search", Map.of("sort", sort, "rows", 1));
        assertThat(found.at("/results/0/name").asString()).isEqualTo(first);
    }

    @Test
    void theRestOfTheReadingActionsAnswer() throws Exception {
        var current = call("current_package_list_with_resources", Map.of("limit", 2, "offset", 1));
        assertThat(current.at("/0/name").asString()).isEqualTo("2299");
        assertThat(current.at("/0/resources/0/format").asString()).isEqualTo("CSV");
        assertThat(call("package_autocomplete", Map.of("q", "資料集 <17")).size()).isPositive();
        assertThat(call("organization_list", Map.of("all_fields", true))
                        .at("/0/package_count")
                        .asInt())
                .isEqualTo(1150);
        assertThat(call("organization_show", Map.of("id", "moda", "include_datasets", true))
                        .get("packages")
                        .size())
                .isEqualTo(1_000);
        assertThat(call("tag_list", Map.of("query", "空")).get(0).asString()).isEqualTo("空氣");
        assertThat(call("status_show", Map.of()).get("site_url").asString()).isEqualTo(RunningServer.BASE);
        assertThat(call("site_read", Map.of()).asBoolean()).isTrue();
        assertThat(call("license_list", Map.of()).size()).isPositive();
        assertThat(call("help_show", Map.of("name", "package_search")).asString())
                .contains("facet.field");
        assertThat(json(server.get("/api/3")).get("version").asInt()).isEqualTo(3);
        assertThat(call("package_list", Map.of("limit", 3, "offset", 2_298)).size())
                .isEqualTo(2);
    }

    /// curl sends whatever `-d` holds as a form; CKAN's manual sends JSON percent-encoded as one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"0002\"}",
                "%7B%22id%22%3A%20%220002%22%7D",
                "id=0002",
                "id=0002&include_datasets=False"
            })
    void argumentsComeAsAFormToo(String body) throws Exception {
        var answer = server.send(server.request("/api/3/action/package_show")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(json(answer).at("/result/id").asString()).as(answer.body()).isEqualTo("0002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "package_show?id=none                       | 404 | Not Found Error",
                "package_show?id=2301                       | 404 | Not Found Error",
                "package_show?id=..%2F..                    | 404 | Not Found Error",
                "package_show                               | 409 | Validation Error",
                "resource_show?id=0001-9                    | 404 | Not Found Error",
                "organization_show?id=No                    | 404 | Not Found Error",
                "group_show?id=none                         | 404 | Not Found Error",
                "help_show?name=none                        | 404 | Not Found Error",
                "package_search?rows=-1                     | 409 | Validation Error",
                "package_search?rows=many                   | 409 | Validation Error",
                "package_search?start=x                     | 409 | Validation Error",
                "package_search?facet.field=%5B1,           | 409 | Validation Error",
                "package_search?sort=views_recent+desc      | 400 | Search Query Error",
                "package_search?sort=name+sideways          | 400 | Search Query Error",
                "package_search?facet.field=author          | 400 | Search Query Error",
                "package_search?qf=title                    | 400 | Search Query Error",
                "package_search?fq=agency:x                 | 400 | Search Query Error",
                "package_search?fq=organization:(a          | 400 | Search Query Error",
                "package_search?fq=organization:a)          | 400 | Search Query Error",
                "package_search?fq=title:%22a               | 400 | Search Query Error",
                "package_search?fq=organization:            | 400 | Search Query Error",
                "package_search?fq=tags:a*b                 | 400 | Search Query Error",
                "package_search?fq=metadata_modified:[a     | 400 | Search Query Error",
                "package_search?fq=metadata_modified:[a+TO+b] | 400 | Search Query Error",
                "package_search?fq=metadata_modified:[NOW-1ERA+TO+*] | 400 | Search Query Error",
                "organization_list?sort=colour              | 409 | Validation Error"
            })
    void whatCannotBeAnsweredIsRefusedAsCkanRefusesIt(String path, int status, String type) throws Exception {
        var answer = server.get("/api/3/action/" + path.replace("[", "%5B").replace("]", "%5D"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var body = json(answer);
        assertThat(body.get("success").asBoolean()).isFalse();
        assertThat(body.get("help").asString()).startsWith(RunningServer.BASE + "api/3/action/help_show?name=");
        assertThat(body.at("/error/__type").asString()).isEqualTo(type);
    }

    @Test
    void whatCannotBeReadIsABareBadRequest() throws Exception {
        for (var body : List.of(
                "[]",
                "{",
                "null",
                "\"x\"",
                "{\"id\":",
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000),
                "{\"id\":\"\uD800")) {
            var answer = post("package_show", "application/json", body);
            assertThat(answer.statusCode())
                    .as(body.substring(0, Math.min(9, body.length())))
                    .isEqualTo(400);
            assertThat(json(answer).asString()).startsWith("Bad request - ");
        }
        assertThat(server.get("/api/3/action/package_create").statusCode()).isEqualTo(400);
        assertThat(post("package_create", "application/json", "{}").statusCode())
                .isEqualTo(400);
        assertThat(server.get("/api/3/action/package_show?id=%F0%9F").statusCode())
                .isEqualTo(400);
        assertThat(post("package_show", "multipart/form-data; boundary=x", "--x--")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("package_show", "application/json", " ".repeat(1_100_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(server.send("PUT", "/api/3/action/package_show", "none", "application/json", "{}")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void hostileQueriesCostNoMoreThanTheirBound() throws Exception {
        for (var query : List.of(
                "(".repeat(3_000) + "a:b",
                "- ".repeat(3_000) + "tags:a",
                "+".repeat(5_000) + "tags:a",
                "tags:a OR ".repeat(5_000) + "tags:b",
                "title:字 OR ".repeat(800) + "title:字",
                "tags:(" + "a ".repeat(5_000) + ")",
                "\"" + "a".repeat(200_000) + "\" tags:a",
                "organization:" + "\\".repeat(2_001))) {
            var answer = post("package_search", "application/json", JSON.writeValueAsString(Map.of("fq", query)));
            assertThat(answer.statusCode()).as(query.substring(0, 20)).isIn(200, 400);
            if (answer.statusCode() == 400) {
                assertThat(json(answer).at("/error/__type").asString()).isEqualTo("Search Query Error");
            }
        }
        var deep = call("package_search", Map.of("start", 2_000_000_000, "rows", 1_000));
        assertThat(deep.get("count").asInt()).isEqualTo(ALL);
        assertThat(deep.get("results").isEmpty()).isTrue();
        assertThat(call("package_search", Map.of("rows", 5_000)).get("results").size())
                .isEqualTo(1_000);
    }

    @Test
    void pagesOfOtherSitesMayAsk() throws Exception {
        var answer = server.send(server.request("/api/3/action/package_search")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
        var head = server.send(server.request("/api/3/action/package_list").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    /// A call as ckanapi makes it: JSON by POST at the address without a version, and a key that is none of ours.
    private static JsonNode call(String action, Map<String, ?> arguments) throws Exception {
        var answer = server.send(server.request("/api/action/" + action)
                .header("Content-Type", "application/json")
                .header("Authorization", "a-key-of-ckan")
                .header("X-CKAN-API-Key", "a-key-of-ckan")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(arguments))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var body = json(answer);
        assertThat(body.get("success").asBoolean()).isTrue();
        return body.get("result");
    }

    private static HttpResponse<String> post(String action, String type, String body) throws Exception {
        return server.send(server.request("/api/3/action/" + action)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
