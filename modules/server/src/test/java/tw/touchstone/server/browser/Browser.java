package tw.touchstone.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Debian's headless Chromium, driven by its own driver; nothing is ever downloaded for it.
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NARROW = 320;

    /// Where the page is wider than its window: what reaches beyond it.
    private static final String STICKING_OUT = """
            const root = document.documentElement;
            return root.scrollWidth <= root.clientWidth ? [] : [...document.querySelectorAll('main *, header *, footer *')]
                .filter(each => each.getBoundingClientRect().right > root.clientWidth)
                .map(each => each.outerHTML.slice(0, 200));
            """;
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Whether this machine has the browser and its driver.
    static boolean isInstalled() {
        return find("chromium").isPresent() && find("chromedriver").isPresent();
    }

    private static Optional<Path> find(String program) {
        return Stream.of("/usr/bin", "/usr/local/bin", "/snap/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts a fresh browser whose downloads go to a folder.
    static Browser start(Path downloads) {
        var options = new ChromeOptions();
        options.setBinary(find("chromium").orElseThrow().toString());
        // Root, as in most containers, has no sandbox; the rest keeps the browser from calling home.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-TW",
                "--window-size=1280,1400");
        options.setExperimentalOption(
                "prefs", Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(String address) {
        driver.get(address);
    }

    WebElement find(By what) {
        return new WebDriverWait(driver, PATIENCE).until(browser -> browser.findElement(what));
    }

    WebElement css(String selector) {
        return find(By.cssSelector(selector));
    }

    void type(String selector, String text) {
        var field = css(selector);
        field.clear();
        field.sendKeys(text);
    }

    void choose(String selector, String value) {
        css(selector).findElement(By.cssSelector("option[value='" + value + "']")).click();
    }

    /// Clicks on what leads to another page and waits until that page has taken the place of this one: what is looked for
    /// next is never found in the old one.
    void follow(By what) {
        var page = driver.findElement(By.tagName("html"));
        find(what).click();
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "another page than " + driver.getCurrentUrl() + " after " + what)
                .until(ExpectedConditions.stalenessOf(page));
    }

    /// Sends the form whose button this is, and waits for the answer's page.
    void submit(String button) {
        follow(By.cssSelector(button));
    }

    /// Waits until the page's text has this in it. A page that is replaced while it is read is read again.
    void awaitText(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "\"" + text + "\" on the page " + driver.getCurrentUrl())
                .until(browser -> text().contains(text));
    }

    /// Asserts that the page breaks no rule of WCAG 2.2 A and AA that axe can check, and that a window of 320 pixels need
    /// not be moved sideways to read it (1.4.10, which axe cannot see).
    ///
    /// @param page what it is called where it does
    void isAccessible(String page) {
        var found = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze(driver);
        assertThat(found.getViolations().stream()
                        .map(each -> each.getId() + ": " + each.getHelp() + " " + each.getNodes().stream()
                                .map(node -> node.getHtml())
                                .toList())
                        .toList())
                .as("axe on the page: %s", page)
                .isEmpty();
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", NARROW, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        try {
            assertThat((List<?>) driver.executeScript(STICKING_OUT))
                    .as("reaches beyond a window of %d pixels: %s", NARROW, page)
                    .isEmpty();
        } finally {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /// Waits for a downloaded file that is complete.
    Path awaitDownload(Path folder) {
        return new WebDriverWait(driver, PATIENCE).until(browser -> complete(folder));
    }

    @SuppressWarnings("NullAway") // null is how a wait is told to go on
    private static Path complete(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(each -> !each.toString().endsWith(".crdownload")
                            && !each.getFileName().toString().startsWith("."))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps a picture of the page among the build's results.
    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.move(
                driver.getScreenshotAs(OutputType.FILE).toPath(),
                PICTURES.resolve(name + ".png"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
