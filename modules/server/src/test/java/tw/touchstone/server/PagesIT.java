package tw.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.server.PageReader.Page;
import tw.touchstone.server.PageReader.Upload;

/// The pages of a really started server, read and filled in without JavaScript.
class PagesIT {

    private static final String PASSWORD = "a sentence that nobody guesses";
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final String STOPS = "站名,經度,緯度\r\n臺北車站,121.517,25.047\r\n";

    private static final ConfigurableApplicationContext[] STARTED = new ConfigurableApplicationContext[1];

    @TempDir
    static Path home;

    @BeforeAll
    static void start() {
        var server = new SpringApplicationBuilder(Touchstone.class)
                .run(
                        "--server.port=0",
                        "--touchstone.home=" + home,
                        "--touchstone.samples=",
                        "--touchstone.check-links=none",
                        "--touchstone.base-iri=http://localhost:8080/");
        STARTED[0] = server;
        var catalog = server.getBean(Catalog.class);
        account(server, "editor", Role.EDITOR, Optional.of(new AgencyId("moda")));
        account(server, "other", Role.EDITOR, Optional.of(new AgencyId("moi")));
        account(server, "boss", Role.ADMINISTRATOR, Optional.empty());
        var editor = catalog.members().accounts().byName("editor").orElseThrow();
        catalog.publishing().register(dataset(catalog, "kept", "空氣品質 & <監測>"), editor);
        catalog.publishing().register(dataset(catalog, "gone", "下架的資料"), editor);
        catalog.publishing().withdraw(new DatasetId("gone"), "資料有誤 <b>", editor);
    }

    @AfterAll
    static void stop() {
        STARTED[0].close();
    }

    static Stream<String> publicPages() {
        return Stream.of(
                "/",
                "/datasets",
                "/datasets?q=%E7%A9%BA%E6%B0%A3&format=csv&label=platinum&sort=newest&from=2020-01-01&to=x",
                "/datasets?q=zzqq&format=csv",
                "/datasets?after=nonsense",
                "/datasets/kept",
                "/datasets/kept/scorecard",
                "/datasets/kept/scorecard?policy=mqa-405",
                "/datasets/kept/history",
                "/datasets/kept/history?policy=five-star&from=2020-01-01&to=2099-01-01",
                "/verify/kept",
                "/verify/kept?certificate=a.b.c",
                "/agencies",
                "/agencies/moda",
                "/themes",
                "/themes/climate",
                "/themes/weather",
                "/themes/I00",
                "/rules",
                "/rules/encoding-match",
                "/rules/mqa-keyword-availability",
                "/policies",
                "/policies/label-strict-1",
                "/policies/mqa-405",
                "/policies/five-star",
                "/standards",
                "/standards/unified-business-number",
                "/sign-in",
                "/sign-in?error",
                "/sign-in?welcome",
                "/forgotten");
    }

    static Stream<String> pagesOfMembers() {
        return Stream.of(
                "/workspace",
                "/workspace?q=x",
                "/workspace/datasets/new",
                "/workspace/datasets/kept",
                "/account/password",
                "/account/tokens",
                "/account/second-factor",
                "/account/sessions",
                "/account/notices",
                "/admin/agencies",
                "/admin/agencies/moda",
                "/admin/audit",
                "/admin/audit?q=signed-in",
                "/admin/accounts");
    }

    @ParameterizedTest
    @MethodSource("publicPages")
    void servesEveryPublicPageInBothLanguages(String path) {
        try (var reader = reader()) {
            assertIsWhole(reader.get(inLanguage(path, "zh")), 200, LangText.ZH);
            assertIsWhole(reader.get(inLanguage(path, "en")), 200, LangText.EN);
        }
    }

    @ParameterizedTest
    @MethodSource("pagesOfMembers")
    void servesEveryPageOfMembersInBothLanguages(String path) {
        try (var reader = signedIn("boss")) {
            assertIsWhole(reader.get(inLanguage(path, "zh")), 200, LangText.ZH);
            assertIsWhole(reader.get(inLanguage(path, "en")), 200, LangText.EN);
        }
    }

    @Test
    void saysInBothLanguagesWhyThereIsNoPage() {
        try (var reader = signedIn("editor")) {
            for (var language : Map.of("zh", LangText.ZH, "en", LangText.EN).entrySet()) {
                for (var path : List.of("/nothing", "/datasets/nothing", "/agencies/n-n", "/themes/n", "/rules/n", "/policies/n", "/standards/n")) {
                    assertIsWhole(reader.get(inLanguage(path, language.getKey())), 404, language.getValue());
                }
                assertIsWhole(
                        reader.get(inLanguage("/datasets/gone", language.getKey())), 410, language.getValue());
                assertIsWhole(
                        reader.get(inLanguage("/admin/accounts", language.getKey())), 403, language.getValue());
            }
            assertThat(reader.get("/datasets/gone").text("dd")).contains("資料有誤 <b>");
        }
    }

    @Test
    void remembersTheLanguage() {
        try (var reader = reader()) {
            assertThat(reader.get("/").html().select("html").attr("lang")).isEqualTo(LangText.ZH);
            reader.get("/?lang=en");
            assertThat(reader.get("/agencies").html().select("html").attr("lang")).isEqualTo(LangText.EN);
        }
    }

    @Test
    void everyLinkOfThePagesIsAnswered() {
        try (var reader = signedIn("boss")) {
            var known = new HashMap<String, Integer>();
            Stream.concat(publicPages(), pagesOfMembers())
                    .flatMap(path -> reader.get(path).html().select("a[href^=/], link[href^=/], script[src^=/]").stream())
                    .map(PagesIT::address)
                    // Other features serve these.
                    .filter(address -> !address.matches("/api/.*|.*\\.(ttl|jsonld|json)(\\?.*)?|/distributions/.*"))
                    .distinct()
                    .limit(400)
                    .forEach(address -> known.put(address, reader.get(address).status()));

            assertThat(known).hasSizeGreaterThan(50).allSatisfy((address, status) -> assertThat(status)
                    .as(address)
                    .isEqualTo(200));
        }
    }

    @Test
    void registersRevisesAndWithdrawsADataset() {
        try (var reader = signedIn("editor")) {
            var blank = reader.get("/workspace/datasets/new");
            var refused = reader.submit(
                    blank,
                    "/workspace/datasets/new",
                    Map.of("title-zh", "<script>公車站</script>", "d0-encoding", "UTF-8", "temporal-start", "昨天"),
                    List.of(new Upload("d0-file", "站.csv", STOPS, BIG5)));
            assertIsWhole(refused, 422, LangText.ZH);
            assertThat(refused.html().select("#problems li a").eachAttr("href"))
                    .containsExactly("#description-zh", "#licence", "#temporal-start");
            assertThat(refused.html().select("#title-zh").val()).isEqualTo("<script>公車站</script>");
            assertThat(refused.html().select("#temporal-start").val()).isEqualTo("昨天");
            assertThat(refused.html().select("[aria-invalid=true]").eachAttr("id"))
                    .containsExactly("description-zh", "licence", "temporal-start");

            // The file is kept although the form was refused: it is not sent again.
            var registered = reader.submit(
                    refused,
                    "/workspace/datasets/new",
                    Map.of(
                            "description-zh", "各站位置",
                            "licence", "ogdl-1",
                            "temporal-start", "2026-01-01",
                            "d0-fields", "站名: 名稱\n經度\n緯度"));
            assertIsWhole(registered, 200, LangText.ZH);
            assertThat(registered.text("h1")).isEqualTo("<script>公車站</script>");
            assertThat(registered.text("#quality .badge.large")).isEqualTo("銀");
            assertThat(registered.text("#checks tr:has(.failed)")).contains("Big5").contains("UTF-8");

            var id = registered.address().getPath().replace("/datasets/", "");
            var edit = "/workspace/datasets/" + id;
            var revised = reader.submit(reader.get(edit), edit, Map.of("d0-encoding", "Big5"));
            assertThat(revised.status()).isEqualTo(200);
            assertThat(revised.text("#quality .badge.large")).isNotEqualTo("銀");
            assertThat(reader.get("/datasets?q=%E5%85%AC%E8%BB%8A%E7%AB%99").text("h3")).contains("公車站");

            var stale = reader.submit(reader.get(edit), edit, Map.of("expected", "1", "title-en", "Kept"));
            assertIsWhole(stale, 409, LangText.ZH);
            assertThat(stale.html().select("#title-en").val()).isEqualTo("Kept");

            var empty = reader.submit(
                    reader.get(edit), edit, Map.of(), List.of(new Upload("d0-file", "leer.csv", "", BIG5)));
            assertThat(empty.status()).isEqualTo(422);
            assertThat(empty.html().select("#d0-file-error").text()).isEqualTo("檔案是空的，請選擇有內容的檔案。");

            var noReason = reader.submit(reader.get(edit), edit + "/withdraw", Map.of("reason", " "));
            assertThat(noReason.status()).isEqualTo(422);
            reader.submit(reader.get(edit), edit + "/withdraw", Map.of("reason", "示範結束"));
            var tombstone = reader.get("/datasets/" + id);
            assertThat(tombstone.status()).isEqualTo(410);
            assertThat(tombstone.text("dd")).contains("示範結束");
        }
    }

    @Test
    void keepsOthersAwayFromADataset() {
        try (var reader = signedIn("other")) {
            assertThat(reader.get("/workspace/datasets/kept").status()).isEqualTo(403);
            assertThat(reader.get("/workspace").text("tbody")).isEmpty();
            assertThat(reader.get("/datasets/kept").html().select("a[href=/workspace/datasets/kept]")).isEmpty();
        }
        try (var stranger = reader()) {
            assertThat(stranger.get("/workspace/datasets/kept").address().getPath()).isEqualTo("/sign-in");
        }
    }

    @Test
    void createsAnEditorWhoMustChooseAPassword() {
        try (var boss = signedIn("boss"); var editor = reader()) {
            var wrong = boss.submit(
                    boss.get("/admin/accounts"),
                    "/admin/accounts",
                    Map.of("name", "no blanks", "display", "", "agency", "nowhere"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.html().select(".error")).hasSize(3);

            var created = boss.submit(
                    boss.get("/admin/accounts"),
                    "/admin/accounts",
                    Map.of("name", "new.editor", "display", "新編輯", "agency", "moda"));
            var oneTime = created.html().select("#secret").val();
            assertThat(oneTime).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
            assertThat(boss.get("/admin/accounts").html().select("#secret")).isEmpty();

            signIn(editor, "new.editor", oneTime);
            var first = editor.get("/workspace");
            assertThat(first.address().getPath()).isEqualTo("/account/password");
            var refused = editor.submit(
                    first, "/account/password", Map.of("old", "wrong", "new", "short", "again", "other"));
            assertThat(refused.html().select(".error")).hasSize(3);
            var same = editor.submit(
                    refused, "/account/password", Map.of("old", oneTime, "new", oneTime, "again", oneTime));
            assertThat(same.status()).isEqualTo(422);
            var changed = editor.submit(
                    same, "/account/password", Map.of("old", oneTime, "new", PASSWORD, "again", PASSWORD));
            assertThat(changed.address().getPath()).isEqualTo("/workspace");
        }
    }

    @Test
    void issuesATokenAndEndsIt() {
        var tokens = STARTED[0].getBean(Catalog.class).members().tokens();
        try (var reader = signedIn("editor")) {
            var wrong = reader.submit(
                    reader.get("/account/tokens"), "/account/tokens", Map.of("title", " ", "days", "367"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.html().select(".error")).hasSize(2);

            var issued =
                    reader.submit(wrong, "/account/tokens", Map.of("title", "每月上傳", "days", "30"));
            var secret = issued.html().select("#secret").val();
            assertThat(tokens.holder(secret)).isPresent();
            assertThat(reader.get("/account/tokens").html().text()).doesNotContain(secret);

            var listed = reader.get("/account/tokens");
            assertThat(listed.text("#token-list tbody")).contains("每月上傳", "上傳檔案", "有效");
            reader.submit(listed, "/account/tokens/revoke", Map.of());
            assertThat(reader.get("/account/tokens").text("#token-list tbody")).contains("已撤銷");
            assertThat(tokens.holder(secret)).isEmpty();
        }
    }

    private static void assertIsWhole(Page page, int status, String language) {
        var html = page.html();
        assertThat(page.status()).as(page.address().toString()).isEqualTo(status);
        assertThat(html.text()).doesNotContain("??");
        assertThat(html.title()).isNotBlank();
        assertThat(html.select("html").attr("lang")).isEqualTo(language);
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.select("main#main, header, footer, nav")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(html.select("a.skip[href=#main]")).hasSize(1);
        assertThat(html.select("[style], script:not([src]):not([type=application/ld+json]), style, [onclick]")).isEmpty();
        assertThat(html.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        int before = 0;
        for (Element heading : html.select("h1, h2, h3, h4")) {
            int level = Integer.parseInt(heading.tagName().substring(1));
            assertThat(level).as(page.address() + " " + heading.text()).isLessThanOrEqualTo(before + 1);
            before = level;
        }
        html.select("input:not([type=hidden]):not([hidden]), select, textarea").forEach(input -> {
            boolean named = !html.select("label[for=" + input.id() + "]").isEmpty()
                    || input.closest("label") != null;
            assertThat(named).as(page.address() + " " + input).isTrue();
        });
    }

    private static String address(Element link) {
        var address = link.hasAttr("src") ? link.attr("src") : link.attr("href");
        return address.replaceAll("#.*", "");
    }

    private static String inLanguage(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static PageReader reader() {
        return new PageReader(Integer.parseInt(STARTED[0].getEnvironment().getRequiredProperty("local.server.port")));
    }

    private static PageReader signedIn(String name) {
        var reader = reader();
        signIn(reader, name, PASSWORD);
        return reader;
    }

    private static void signIn(PageReader reader, String name, String password) {
        reader.submit(reader.get("/sign-in"), "/sign-in", Map.of("username", name, "password", password));
    }

    private static void account(
            ConfigurableApplicationContext server, String name, Role role, Optional<AgencyId> agency) {
        var accounts = server.getBean(Catalog.class).members().accounts();
        var hash = server.getBean(PasswordEncoder.class).encode(PASSWORD);
        accounts.create(name, "名稱 " + name, role, agency, hash);
        accounts.changePassword(name, hash);
    }

    private static Dataset dataset(Catalog catalog, String id, String title) {
        var themes = catalog.vocabularies().themes();
        var distribution = Distribution.of(new DistributionId(new DatasetId(id), 1))
                .title(LangText.of("檔案", "File"))
                .format(Optional.of(FileFormat.CSV))
                .licence(catalog.vocabularies().licences().byNotation("ogdl-1").map(each -> each.iri()))
                .build();
        return Dataset.of(new DatasetId(id), new SourceRef(SourceRef.LOCAL, id), LangText.zh(title))
                .description(LangText.zh("描述"))
                .publisher(Optional.of(new AgencyId("moda")))
                .keywords(List.of("空氣"))
                .themes(themes.byNotation("climate").map(each -> each.iri()).stream().toList())
                .distributions(List.of(distribution))
                .build();
    }
}
