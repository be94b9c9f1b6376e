package tw.touchstone.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.security.crypto.password.PasswordEncoder;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.server.RunningServer;

/// An editor signs in, registers a dataset with a Big5 file, sees its label and checks, finds it and downloads it.
@ExtendWith(WithBrowser.class)
class RegistrationBrowserIT {

    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final String TABLE = "測站代號,測站名稱,縣市代碼,細懸浮微粒\r\n001,基隆,10017,12\r\n002,汐止,65000,9\r\n";

    @TempDir
    private Path folder;

    private RunningServer server;
    private Browser browser;
    private Path downloads;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.on(folder.resolve("home"));
        var passwords = server.bean(PasswordEncoder.class);
        server.catalog()
                .members().accounts()
                .create(
                        "editor",
                        "資料編輯",
                        Role.EDITOR,
                        Optional.of(new AgencyId("moenv")),
                        passwords.encode("issued-for-one-sign-in"));
        downloads = Files.createDirectory(folder.resolve("downloads"));
        browser = Browser.start(downloads);
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void registersUploadsFindsAndDownloads() throws IOException {
        var file = Files.write(folder.resolve("air.csv"), TABLE.getBytes(BIG5));

        signInWithTheIssuedPassword();
        browser.open(address("/workspace/datasets/new"));
        browser.isAccessible("registration form");
        browser.type("#title-zh", "細懸浮微粒即時監測");
        browser.type("#title-en", "Fine particles, as measured");
        browser.type("#description-zh", "各測站每小時量測之細懸浮微粒濃度，單位為微克每立方公尺。");
        browser.choose("#licence", "ogdl-1");
        browser.choose("[id$='-format']", "csv");
        browser.choose("[id$='-encoding']", "UTF-8");
        browser.type("[id$='-fields']", "測站代號、測站名稱、縣市代碼、細懸浮微粒");
        browser.css("input[type='file']").sendKeys(file.toString());
        browser.picture("form");
        browser.follow(By.xpath("//form//p[@class='buttons']/button[@value='save']"));

        // Declared UTF-8, really Big5: the page says so within seconds, with what was seen and how to mend it.
        browser.awaitText("細懸浮微粒即時監測");
        browser.awaitText("Big5");
        List.of("銀", "編碼描述與資料相符", "未通過", "所宣告的 UTF-8").forEach(browser::awaitText);
        browser.picture("dataset");
        browser.isAccessible("dataset page");

        browser.open(address("/datasets?q=%E6%87%B8%E6%B5%AE%E5%BE%AE%E7%B2%92"));
        browser.awaitText("細懸浮微粒即時監測");
        browser.picture("search");
        browser.isAccessible("search page");
        browser.follow(By.linkText("細懸浮微粒即時監測"));

        browser.find(By.cssSelector("a[href$='/download']")).click();
        assertThat(browser.awaitDownload(downloads)).hasBinaryContent(TABLE.getBytes(BIG5));
        assertThat(server.catalog().usage().totals(distribution()).downloads()).isEqualTo(1);
    }

    private void signInWithTheIssuedPassword() {
        browser.open(address("/workspace"));
        browser.type("#username", "editor");
        browser.type("#password", "issued-for-one-sign-in");
        browser.submit("main form button[type='submit']");
        // A password issued by somebody else is good for one sign-in.
        browser.css("#old");
        browser.type("#old", "issued-for-one-sign-in");
        browser.type("#new", "seven herons at low tide");
        browser.type("#again", "seven herons at low tide");
        browser.submit("main form button[type='submit']");
        browser.find(By.cssSelector("a[href$='/workspace/datasets/new']"));
    }

    private DistributionId distribution() {
        var address = browser.driver().getCurrentUrl();
        var id = new DatasetId(address.replaceAll(".*/datasets/([^?#]+).*", "$1"));
        return new DistributionId(id, 1);
    }

    private String address(String path) {
        return "http://localhost:" + server.port() + path;
    }
}
