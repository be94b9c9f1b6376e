package tw.touchstone.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.security.crypto.password.PasswordEncoder;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;
import tw.touchstone.server.OneTimeCode;
import tw.touchstone.server.RunningServer;

/// An administrator invites somebody, who sets up a second factor, signs in with it and issues a token.
@ExtendWith(WithBrowser.class)
class MembersBrowserIT {

    private static final String PASSWORD = "a sentence that nobody guesses";

    @TempDir
    private Path folder;

    private RunningServer server;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.on(folder.resolve("home"));
        var hash = server.bean(PasswordEncoder.class).encode(PASSWORD);
        server.catalog().members().accounts().create("boss", "平台管理者", Role.ADMINISTRATOR, Optional.empty(), hash);
        server.catalog().members().accounts().changePassword("boss", hash);
        browser = Browser.start(Files.createDirectory(folder.resolve("downloads")));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void anInvitedPersonSignsInWithASecondFactorAndIssuesAToken() throws IOException {
        signIn("boss");
        browser.css("nav.site-nav");
        browser.open(address("/admin/accounts"));
        browser.isAccessible("accounts");
        browser.type("#name", "mei");
        // The driver types characters of the basic plane only.
        browser.driver().executeScript("document.querySelector('#display').value = '陳美玲 🦉'");
        browser.type("#email", "mei@example.tw");
        browser.choose("#role", "publisher");
        browser.choose("#agency", "moi");
        browser.submit("main form button[type='submit']");
        browser.awaitText("請把這個連結交給 mei");
        browser.isAccessible("accounts with a link to hand over");
        browser.picture("invitation");
        var link = secret();
        browser.follow(By.linkText("mei"));
        browser.awaitText("已邀請");
        browser.isAccessible("account");
        for (var path : List.of("/admin/agencies", "/admin/agencies/moi", "/admin/audit?lang=en", "/?lang=zh")) {
            browser.open(address(path));
            browser.isAccessible(path);
        }
        signOut();

        browser.open(link.replaceFirst("https?://[^/]+", "http://localhost:" + server.port()));
        browser.css("#new");
        browser.isAccessible("welcome");
        browser.type("#new", PASSWORD);
        browser.type("#again", PASSWORD);
        browser.submit("main form button[type='submit']");
        browser.awaitText("密碼已設定，請登入。");
        signIn("mei");
        browser.css("a[href$='/workspace/datasets/new']");

        browser.open(address("/account/second-factor"));
        browser.css("svg.qr");
        browser.isAccessible("second factor");
        browser.picture("second-factor");
        var key = browser.css("#factor-key").getText();
        browser.type("#code", OneTimeCode.now(key));
        browser.submit("main form button[type='submit']");
        browser.css("#recovery-codes");
        browser.isAccessible("recovery codes");
        var recovery = browser.css("#recovery-codes li").getText();
        signOut();

        signIn("mei");
        browser.css("#code");
        browser.isAccessible("code");
        browser.type("#code", recovery);
        browser.submit("main form button[type='submit']");
        browser.css("a[href$='/workspace/datasets/new']");

        browser.open(address("/account/tokens"));
        browser.type("#title", "每月上傳");
        new Select(browser.css("#agency")).selectByValue("npa");
        browser.submit("main form button[type='submit']");
        browser.css("#secret");
        browser.isAccessible("tokens");
        browser.picture("token");
        var token = secret();
        var holder = server.catalog().members().tokens().holder(token).orElseThrow();
        assertThat(holder.account().name()).isEqualTo("mei");
        assertThat(holder.account().mayEdit(new AgencyId("npa"))).isTrue();
        assertThat(holder.account().mayEdit(new AgencyId("moi"))).isFalse();

        var mei = server.catalog().members().accounts().byName("mei").orElseThrow();
        server.catalog().members().notices().post(List.of(mei), "test", LangText.of("標章變了", "Label changed"), LangText.NONE, "/rules");
        for (var path : List.of("/account/notices", "/account/sessions", "/account/password", "/forgotten")) {
            browser.open(address(path));
            browser.isAccessible(path);
            browser.open(address(path + "?lang=en"));
            browser.isAccessible(path + " in English");
            browser.open(address("/?lang=zh"));
        }
    }

    private void signIn(String name) {
        browser.open(address("/sign-in"));
        browser.type("#username", name);
        browser.type("#password", PASSWORD);
        browser.submit("main form button[type='submit']");
    }

    private void signOut() {
        browser.submit(".site-tools form button");
        browser.css("a[href='/sign-in']");
    }

    /// What is shown this once.
    private String secret() {
        return Objects.requireNonNull(browser.css("#secret").getDomProperty("value"));
    }

    private String address(String path) {
        return "http://localhost:" + server.port() + path;
    }
}
