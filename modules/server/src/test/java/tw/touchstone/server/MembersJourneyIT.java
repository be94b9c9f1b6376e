package tw.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.server.PageReader.Page;

/// What members and their administrators do, through the pages of a running server with a mail server beside it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersJourneyIT {

    private static final String PASSWORD = "a sentence that nobody guesses";
    private static final Pattern LINK = Pattern.compile("https://data\\.example\\.tw(/welcome/[0-9a-f]{64})");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private RunningServer server;
    private Catalog catalog;

    @BeforeAll
    void start(@TempDir Path home) {
        mail.start();
        server = RunningServer.on(
                home,
                "--touchstone.mail.host=127.0.0.1",
                "--touchstone.mail.port=" + mail.getSmtp().getPort(),
                "--touchstone.mail.starttls=false",
                "--touchstone.mail.from=touchstone@example.tw");
        catalog = server.catalog();
        account("boss", Role.ADMINISTRATOR, Optional.empty());
        account("chief", Role.AGENCY_ADMIN, Optional.of(new AgencyId("moi")));
        account("stranger", Role.EDITOR, Optional.of(new AgencyId("moda")));
    }

    @AfterAll
    void stop() {
        server.close();
        mail.stop();
    }

    @Test
    void anInvitedPersonChoosesAPasswordByTheLinkInTheMessageOnce() throws Exception {
        try (var chief = signedIn("chief"); var guest = reader()) {
            var invited = chief.submit(
                    chief.get("/admin/accounts"),
                    "/admin/accounts",
                    Map.of(
                            "name", "mei", "display", "美玲 <script>alert(1)</script> 🦉", "email", "Mei@Example.tw",
                            "role", "publisher", "agency", "npa"));
            assertThat(invited.status()).isEqualTo(200);
            assertThat(invited.text(".note")).contains("mei@example.tw");
            assertThat(invited.html().select("#secret")).as("the link goes by mail alone").isEmpty();
            assertThat(invited.text("#account-list")).contains("美玲 <script>alert(1)</script> 🦉", "已邀請");

            var link = link("mei@example.tw");
            var page = guest.get(link);
            assertThat(page.text(".lead")).contains("mei");
            assertThat(guest.submit(page, link, Map.of("new", "password1234", "again", "password1234")).status())
                    .isEqualTo(422);
            var chosen = guest.submit(guest.get(link), link, Map.of("new", PASSWORD, "again", PASSWORD));
            assertThat(chosen.address().getPath()).isEqualTo("/sign-in");
            assertThat(guest.get(link).status()).as("used up").isEqualTo(410);
            assertThat(signIn(guest, "mei", PASSWORD).address().getPath()).isEqualTo("/workspace");
            assertThat(catalog.members().accounts().byName("mei").orElseThrow().may(Permission.EDIT, new AgencyId("npa")))
                    .isTrue();
        }
    }

    @Test
    void aForgottenPasswordIsResetByMailAndTheAnswerSaysNothingAboutWhoIsThere() throws Exception {
        account("forgetful", Role.EDITOR, Optional.of(new AgencyId("moda")));
        var invited = catalog.members().accounts()
                .invite("wang", "王小明", "wang@example.tw", List.of(Grant.of(Role.EDITOR, new AgencyId("moda"))))
                .orElseThrow();
        catalog.members().accounts().changePassword(invited.name(), server.bean(PasswordEncoder.class).encode(PASSWORD));
        try (var guest = reader(); var open = signedIn("wang")) {
            var known = guest.submit(guest.get("/forgotten"), "/forgotten", Map.of("name", "WANG@example.tw"));
            var unknown = guest.submit(guest.get("/forgotten"), "/forgotten", Map.of("name", "nobody@example.tw"));
            assertThat(known.text("main")).isEqualTo(unknown.text("main"));
            assertThat(known.status()).isEqualTo(unknown.status());

            var link = link("wang@example.tw");
            var other = "another sentence, of which nobody thinks";
            guest.submit(guest.get(link), link, Map.of("new", other, "again", other));
            assertThat(open.get("/account/tokens").address().getPath())
                    .as("whoever was signed in no longer is")
                    .isEqualTo("/sign-in");
            assertThat(signIn(guest, "wang", PASSWORD).status()).isEqualTo(422);
            assertThat(signIn(guest, "wang", other).address().getPath()).isEqualTo("/workspace");
        }
    }

    @Test
    void aSecondFactorIsAskedForAndKeepsThePasswordOutOfTheApi() throws Exception {
        account("careful", Role.EDITOR, Optional.of(new AgencyId("moda")));
        assertThat(basic("careful", PASSWORD)).as("before").isEqualTo(400);
        try (var careful = signedIn("careful"); var later = reader()) {
            var page = careful.get("/account/second-factor");
            assertThat(page.text("#factor-uri")).startsWith("otpauth://totp/Touchstone:careful?secret=");
            assertThat(page.html().select("svg.qr path").attr("d")).startsWith("M4 4h1v1h-1z");
            var key = page.text("#factor-key");
            assertThat(careful.submit(page, "/account/second-factor", Map.of("code", "000000")).status())
                    .isEqualTo(422);
            var set = careful.submit(
                    careful.get("/account/second-factor"), "/account/second-factor", Map.of("code", OneTimeCode.now(key)));
            var recovery = set.html().select("#recovery-codes li").eachText();
            assertThat(recovery).hasSize(10);
            assertThat(careful.get("/account/second-factor").html().select("#recovery-codes")).isEmpty();

            var asked = signIn(later, "careful", PASSWORD);
            assertThat(asked.html().select("form[action=/sign-in/code]")).hasSize(1);
            assertThat(later.get("/workspace").address().getPath()).as("not in yet").isEqualTo("/sign-in");
            var replayed = later.submit(asked, "/sign-in/code", Map.of("code", OneTimeCode.now(key)));
            assertThat(replayed.status()).as("the code that set it up is used").isEqualTo(422);
            var forged = later.submit(asked, "/sign-in/code", Map.of("ticket", "x~9999999999~y", "code", recovery.get(0)));
            assertThat(forged.html().select("form[action=/sign-in]")).hasSize(1);
            var in = later.submit(asked, "/sign-in/code", Map.of("code", recovery.get(0)));
            assertThat(in.address().getPath()).isEqualTo("/workspace");

            var refused = server.send(server.request("/api/v1/datasets")
                    .header("Authorization", basicHeader("careful", PASSWORD))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("second factor", "token");
        }
    }

    @Test
    void aOneTimePasswordIsGoodForChangingItAndNothingElse() throws Exception {
        var hash = server.bean(PasswordEncoder.class).encode("issued-once-99-walrus");
        assertThat(catalog.members().accounts().create("fresh", "Fresh", Role.ADMINISTRATOR, Optional.empty(), hash)).isPresent();
        assertThat(basic("fresh", "issued-once-99-walrus")).isEqualTo(403);
        assertThat(server.get("/operations/status", "Authorization", basicHeader("fresh", "issued-once-99-walrus"))
                        .statusCode())
                .isEqualTo(403);
        try (var fresh = reader()) {
            signIn(fresh, "fresh", "issued-once-99-walrus");
            for (var path : List.of("/workspace", "/account/tokens", "/admin/accounts", "/admin/audit", "/account/sessions")) {
                assertThat(fresh.get(path).address().getPath()).as(path).isEqualTo("/account/password");
            }
        }
    }

    @Test
    void everyWrongSignInIsAnsweredAlikeAndTooManyAreSlowedDown() {
        account("guessed", Role.EDITOR, Optional.of(new AgencyId("moda")));
        account("shut", Role.EDITOR, Optional.of(new AgencyId("moda")));
        catalog.members().accounts().setDisabled(catalog.members().accounts().byName("shut").orElseThrow(), true);
        try (var guest = reader()) {
            var wrong = signIn(guest, "guessed", "wrong");
            var nobody = signIn(guest, "no-such-account", "wrong");
            var shut = signIn(guest, "shut", PASSWORD);
            for (var page : List.of(wrong, nobody, shut)) {
                assertThat(page.status()).isEqualTo(422);
                assertThat(page.text("#sign-in-error")).isEqualTo("帳號名稱或密碼不正確。");
            }
            var last = wrong;
            for (int i = 0; i < 6; i++) {
                last = signIn(guest, "guessed", "wrong");
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.text("#sign-in-error")).contains("秒");
            assertThat(signIn(guest, "guessed", PASSWORD).status()).as("the right one has to wait too").isEqualTo(429);
        }
    }

    @Test
    void anAdministratorOfAnAgencyReachesNobodyElse() {
        var boss = catalog.members().accounts().byName("boss").orElseThrow();
        var stranger = catalog.members().accounts().byName("stranger").orElseThrow();
        try (var chief = signedIn("chief")) {
            var list = chief.get("/admin/accounts");
            assertThat(list.text("#account-list")).contains("chief").doesNotContain("boss", "stranger");
            assertThat(list.html().select("#role option").eachAttr("value"))
                    .containsExactly("editor", "publisher", "agency_admin");
            assertThat(chief.get("/admin/accounts/" + boss.id()).status()).isEqualTo(403);
            assertThat(chief.get("/admin/accounts/" + stranger.id()).status()).isEqualTo(403);
            assertThat(chief.get("/admin/audit").status()).isEqualTo(403);
            for (var wish : List.of(
                    Map.of("name", "x1", "display", "x", "role", "administrator", "agency", ""),
                    Map.of("name", "x1", "display", "x", "role", "editor", "agency", "moda"),
                    Map.of("name", "x1", "display", "x", "role", "emperor", "agency", "moi"))) {
                assertThat(chief.submit(list, "/admin/accounts", wish).status()).as(wish.toString()).isEqualTo(422);
            }
            assertThat(catalog.members().accounts().byName("x1")).isEmpty();
        }
    }

    @Test
    void rolesAreGivenAndTakenAndCountAtOnce() {
        account("mover", Role.EDITOR, Optional.of(new AgencyId("moda")));
        var mover = catalog.members().accounts().byName("mover").orElseThrow();
        var path = "/admin/accounts/" + mover.id();
        try (var boss = signedIn("boss"); var reader = signedIn("mover")) {
            assertThat(reader.get("/admin/accounts").status()).isEqualTo(403);
            boss.submit(boss.get(path), path, Map.of("do", "give", "role", "agency_admin", "agency", "moda"));
            assertThat(reader.get("/admin/accounts").status()).isEqualTo(200);
            boss.submit(boss.get(path), path, Map.of("do", "take", "role", "agency_admin", "agency", "moda"));
            assertThat(reader.get("/admin/accounts").status()).isEqualTo(403);
            boss.submit(boss.get(path), path, Map.of("do", "disable"));
            assertThat(reader.get("/workspace").address().getPath()).isEqualTo("/sign-in");

            var self = "/admin/accounts/" + catalog.members().accounts().byName("boss").orElseThrow().id();
            assertThat(boss.submit(boss.get(self), self, Map.of("do", "disable")).status()).isEqualTo(422);
            assertThat(boss.submit(boss.get(self), self, Map.of("do", "take", "role", "administrator", "agency", ""))
                            .status())
                    .isEqualTo(422);
            assertThat(boss.get("/admin/audit?q=mover").text("#audit-list"))
                    .contains("role-given", "role-taken", "account-disabled", "agency_admin for moda");
        }
    }

    @Test
    void agenciesAreCreatedRenamedAndMergedAndOldLinksLeadOn() throws Exception {
        try (var boss = signedIn("boss")) {
            for (var slug : List.of("old-office", "new-office")) {
                boss.submit(
                        boss.get("/admin/agencies"),
                        "/admin/agencies",
                        Map.of("slug", slug, "zh", slug + " 局", "en", "", "parent", "moi"));
            }
            assertThat(boss.submit(
                                    boss.get("/admin/agencies"),
                                    "/admin/agencies",
                                    Map.of("slug", "old-office", "zh", "x", "en", "", "parent", ""))
                            .status())
                    .as("a slug is given once")
                    .isEqualTo(422);
            account("official", Role.EDITOR, Optional.of(new AgencyId("old-office")));
            assertThat(catalog.members().accounts().byName("chief").orElseThrow().mayEdit(new AgencyId("old-office")))
                    .as("the ministry reaches its new office")
                    .isTrue();
            var json = AirQuality.json("移交的資料").replace("\"" + AirQuality.AGENCY + "\"", "\"old-office\"");
            var answer = server.send("POST", "/api/v1/datasets", server.operator(), "application/json", json);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            var id = RunningServer.json(answer).get("id").asString();

            var path = "/admin/agencies/old-office";
            boss.submit(boss.get(path), path, Map.of("do", "rename", "zh", "更名局 <b>", "en", "Renamed Office"));
            assertThat(boss.get("/agencies/old-office").text("main")).contains("更名局 <b>", "old-office 局");
            assertThat(boss.submit(boss.get("/admin/agencies/moi"), "/admin/agencies/moi", Map.of("do", "move", "other", "old-office"))
                            .status())
                    .as("a circle")
                    .isEqualTo(422);

            var merge = boss.get(path);
            var form = merge.html().select("form:has(input[value=merge])").first();
            assertThat(form).isNotNull();
            var merged = boss.submit(merge, path, Map.of("do", "merge", "other", "new-office", "zh", "x"));
            assertThat(merged.text(".note.good")).contains("1");
            assertThat(boss.get("/agencies/old-office").address().getPath()).isEqualTo("/agencies/new-office");
            assertThat(boss.get("/agencies/new-office").text("main")).contains("移交的資料", "更名局 <b>");
            assertThat(boss.get("/datasets?agency=old-office").address().getQuery()).contains("agency=new-office");
            assertThat(server.get("/api/v1/datasets?agency=old-office").body()).contains(id);
            assertThat(RunningServer.json(server.get("/api/v1/datasets/" + id)).get("publisher").asString())
                    .isEqualTo("new-office");
            assertThat(catalog.members().accounts().byName("official").orElseThrow().mayEdit(new AgencyId("new-office"))).isTrue();
            assertThat(catalog.members().accounts().byName("official").orElseThrow().mayEdit(new AgencyId("old-office"))).isFalse();
        }
    }

    @Test
    void theAuditLogIsWholeAndItsExportHoldsNoFormula() throws Exception {
        catalog.members().audit().record("=cmd|' /C calc'!A0", AuditAction.SIGN_IN_REFUSED, "+1", "-x", "");
        try (var boss = signedIn("boss")) {
            assertThat(boss.get("/admin/audit").text(".note.good")).isEqualTo("雜湊鏈完整，沒有被改過。");
            var session = catalog.members().sessions()
                    .begin(catalog.members().accounts().byName("boss").orElseThrow(), "127.0.0.1", "test", "password", Optional.empty());
            var csv = server.get("/admin/audit.csv", "Cookie", "touchstone-session=" + session);
            assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"audit.csv\"");
            assertThat(csv.body()).contains("'=cmd|").contains(",'+1,'-x,").doesNotContain(",=cmd");
        }
    }

    @Test
    void aFormWithoutOrWithAWrongTokenChangesNothing() throws Exception {
        var session = catalog.members().sessions()
                .begin(catalog.members().accounts().byName("boss").orElseThrow(), "127.0.0.1", "test", "password", Optional.empty());
        for (var body : List.of("title=x&days=1&scope=read", "title=x&days=1&scope=read&_csrf=wrong")) {
            var answer = server.send(server.request("/account/tokens")
                    .header("Cookie", "touchstone-session=" + session + "; touchstone-form=something")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).isEqualTo(403);
        }
        assertThat(catalog.members().tokens().of(catalog.members().accounts().byName("boss").orElseThrow())).isEmpty();
    }

    @Test
    void tenMegabytesInAFormAreRefusedWithoutHarm() throws Exception {
        var answer = server.send(server.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + "x".repeat(10_000_000) + "&password=x")));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(server.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void everyPageCarriesTheHeadersThatGuardIt() throws Exception {
        var page = server.get("/sign-in", "Accept", "text/html").headers();
        assertThat(page.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.firstValue("Referrer-Policy")).contains("strict-origin-when-cross-origin");
        assertThat(page.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(page.firstValue("Strict-Transport-Security")).as("not without TLS").isEmpty();
        assertThat(page.allValues("Set-Cookie")).allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax"));
        assertThat(server.get("/api/v1/datasets").headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(server.get("/welcome/" + "0".repeat(64)).headers().allValues("Referrer-Policy"))
                .containsExactly("no-referrer");
    }

    @Test
    void aSignInIsANewSessionWhateverCookieCameAlong() throws Exception {
        try (var reader = reader()) {
            var page = reader.get("/sign-in");
            var form = page.html().select("input[name=_csrf]").val();
            assertThat(form).isNotEmpty();
        }
        var planted = "f".repeat(64);
        var answer = server.get("/workspace", "Cookie", "touchstone-session=" + planted);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in?next=%2Fworkspace");
        try (var reader = signedIn("boss")) {
            assertThat(reader.get("/account/sessions").text("tbody")).contains("這個瀏覽器").doesNotContain(planted);
            reader.submit(reader.get("/workspace"), "/sign-out", Map.of());
            assertThat(reader.get("/workspace").address().getPath()).isEqualTo("/sign-in");
        }
    }

    @Test
    void noticesAreReadOnTheirPage() {
        var stranger = catalog.members().accounts().byName("stranger").orElseThrow();
        catalog.members().notices().post(List.of(stranger), "test", LangText.of("標章 <i>變了</i>", "Label"), LangText.NONE, "//evil.example");
        try (var reader = signedIn("stranger")) {
            var page = reader.get("/account/notices");
            assertThat(page.text("#notices h2")).isEqualTo("標章 <i>變了</i>");
            assertThat(page.html().select("#notices a")).as("no way out of the site").isEmpty();
            reader.submit(page, "/account/notices/read", Map.of());
            assertThat(catalog.members().notices().unread(stranger)).isZero();
        }
    }

    @Test
    void aFallIsReadByTheOwnerAloneAndLinksToItsReasons() throws Exception {
        account("owner", Role.EDITOR, Optional.of(new AgencyId(AirQuality.AGENCY)));
        var token = server.editor(AirQuality.AGENCY);
        var id = RunningServer.json(server.send("POST", "/api/v1/datasets", token, "application/json", AirQuality.json("空氣")))
                .get("id")
                .asString();
        var content = "/api/v1/datasets/" + id + "/distributions/1/content";
        assertThat(server.send("PUT", content, token, BodyPublishers.ofByteArray(AirQuality.big5())).statusCode())
                .isBetween(200, 299);
        var pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(server.send("PUT", content, token, BodyPublishers.ofByteArray(pdf)).statusCode()).isBetween(200, 299);

        try (var owner = signedIn("owner");
                var other = signedIn("chief")) {
            var page = owner.get("/account/notices");
            assertThat(page.text("#notices")).contains("評等下降：空氣", "由白金降為銅", "原因：位元組");
            var reasons = page.html().select("#notices a").attr("href");
            assertThat(reasons).contains("/datasets/" + id);
            assertThat(owner.get(reasons).status()).isEqualTo(200);
            assertThat(other.get("/account/notices").text("main")).doesNotContain("空氣");
        }
    }

    private int basic(String name, String password) throws Exception {
        return server.send(server.request("/api/v1/datasets")
                        .header("Authorization", basicHeader(name, password))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("no json")))
                .statusCode();
    }

    private static String basicHeader(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /// The link in the newest message to an address.
    private String link(String recipient) throws Exception {
        assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
        for (int tries = 0; tries < 200; tries++) {
            for (var message : mail.getReceivedMessages()) {
                if (message.getAllRecipients()[0].toString().equals(recipient)) {
                    var plain = ((Multipart) message.getContent()).getBodyPart(0).getContent().toString();
                    var found = LINK.matcher(plain);
                    assertThat(found.find()).as(plain).isTrue();
                    return found.group(1);
                }
            }
            mail.waitForIncomingEmail(100, mail.getReceivedMessages().length + 1);
        }
        throw new AssertionError("no message to " + recipient);
    }

    private Account account(String name, Role role, Optional<AgencyId> agency) {
        var hash = server.bean(PasswordEncoder.class).encode(PASSWORD);
        var created = catalog.members().accounts().create(name, "名稱 " + name, role, agency, hash).orElseThrow();
        catalog.members().accounts().changePassword(name, hash);
        return created;
    }

    private PageReader reader() {
        return new PageReader(server.port());
    }

    private PageReader signedIn(String name) {
        var reader = reader();
        assertThat(signIn(reader, name, PASSWORD).address().getPath()).as(name).isEqualTo("/workspace");
        return reader;
    }

    private static Page signIn(PageReader reader, String name, String password) {
        return reader.submit(reader.get("/sign-in"), "/sign-in", Map.of("username", name, "password", password));
    }
}
