package tw.touchstone.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
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
import tw.touchstone.server.RunningServer;

/// An editor asks for the label before publishing, publishes all the same, has the file mended, and undoes it.
@ExtendWith(WithBrowser.class)
class FixesBrowserIT {

    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final String PASSWORD = "seven herons at low tide";
    private static final String TABLE = "測站代號,測站名稱,縣市代碼,細懸浮微粒\r\n001,基隆,10017,12\r\n002,汐止,65000,9\r\n";

    @TempDir
    private Path folder;

    private RunningServer server;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.on(folder.resolve("home"));
        var hash = server.bean(PasswordEncoder.class).encode(PASSWORD);
        var accounts = server.catalog().members().accounts();
        accounts.create("editor", "資料編輯", Role.EDITOR, Optional.of(new AgencyId("moenv")), hash);
        accounts.changePassword("editor", hash);
        browser = Browser.start(Files.createDirectory(folder.resolve("downloads")));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void previewsPublishesMendsAndUndoes() throws IOException {
        var file = Files.write(folder.resolve("air.csv"), TABLE.getBytes(BIG5));
        browser.open(address("/workspace/datasets/new"));
        browser.type("#username", "editor");
        browser.type("#password", PASSWORD);
        browser.submit("main form button[type='submit']");
        browser.type("#title-zh", "細懸浮微粒即時監測");
        browser.type("#description-zh", "各測站每小時量測之細懸浮微粒濃度，單位為微克每立方公尺。");
        browser.choose("#licence", "ogdl-1");
        browser.choose("[id$='-format']", "csv");
        browser.choose("[id$='-encoding']", "UTF-8");
        browser.type("[id$='-fields']", "測站代號、測站名稱、縣市代碼、細懸浮微粒");
        browser.css("input[type='file']").sendKeys(file.toString());

        // The label in place, without leaving the form: the file is still chosen and nothing is published.
        browser.css("button[value='preview']").click();
        browser.awaitText("還沒有通過的項目");
        assertThat(browser.css("#preview").getText()).contains("銀", "白金：還缺", "編碼描述與資料相符", "所宣告的 UTF-8");
        assertThat(server.catalog().store().datasets()).isZero();
        browser.isAccessible("form with its preview");
        browser.picture("what-if");

        browser.follow(By.xpath("//form//p[@class='buttons']/button[@value='save']"));
        browser.awaitText("細懸浮微粒即時監測");
        var id = browser.driver().getCurrentUrl().replaceAll(".*/datasets/([^?#]+).*", "$1");
        browser.follow(By.cssSelector("a[href$='/fixes']"));
        browser.awaitText("把檔案轉為 UTF-8");
        browser.isAccessible("list of fixes");
        browser.picture("fixes");

        browser.follow(By.cssSelector("a[href*='/fixes/transcode-1-']"));
        browser.awaitText("套用並公開");
        assertThat(browser.css("#awards").getText()).contains("銀", "白金");
        assertThat(browser.css("#fields").getText()).contains("distributions[0].checksum");
        assertThat(browser.css(".lines").getText()).contains("測站代號,測站名稱,縣市代碼,細懸浮微粒");
        browser.isAccessible("preview of a fix");
        browser.picture("fix");

        browser.submit("main form[action*='/fixes/transcode'] button[type='submit']");
        browser.awaitText("已套用修正");
        assertThat(label(id)).isEqualTo("platinum");
        browser.isAccessible("list of fixes after one was applied");

        browser.submit("form[action$='/undo'] button[type='submit']");
        browser.awaitText("已復原");
        assertThat(label(id)).isEqualTo("silver");
        browser.open(address("/datasets/" + id));
        browser.awaitText("所宣告的 UTF-8");
    }

    private String label(String id) {
        return server.catalog()
                .judging().evaluations()
                .current(new DatasetId(id), "label-114")
                .orElseThrow()
                .award();
    }

    private String address(String path) {
        return "http://localhost:" + server.port() + path;
    }
}
