package tw.touchstone.inspection.link;

import java.util.Optional;
import java.util.regex.Pattern;

/// Pages that stand where something else should: an error, a login, a check for robots, a wall before the server.
///
/// Where a page is what was declared, only its title is believed: real pages have login forms and captchas too.
final class PageSigns {

    /// How much of a page is looked at, in bytes.
    static final int HEAD = 1 << 16;

    private static final int REDIRECTING = 2_048;

    private static final Pattern TITLE = insensitive("<title[^>]*>([^<]*)</title");
    private static final Pattern ERROR = insensitive("(^|[\\s:|-])404($|[\\s:|-])|\\b500\\b.*error|not found|page (cannot|can't) be found"
            + "|找不到|查無此|(網頁|頁面|檔案|資源)不存在|系統(發生)?錯誤|發生錯誤|\\bruntime error\\b|^\\s*error\\s*$");
    private static final Pattern MAINTENANCE =
            insensitive("(系統|網站|例行性?)維護|維護中|(under|scheduled|site|system) maintenance"
                    + "|temporarily unavailable|(系統|網站)暫停服務");
    private static final Pattern WALL = insensitive(
            "request rejected|access denied|attention required|web application firewall|請求(遭到)?(拒絕|阻擋)|存取被拒");
    private static final Pattern CHALLENGE =
            insensitive("just a moment|checking your browser|are you (a )?(human|robot)|驗證碼|人機驗證|captcha");
    private static final Pattern LOGIN = insensitive("log ?[io]n|sign ?in|登入|會員登錄|身分驗證|單一簽入");

    private static final Pattern WALL_BODY = insensitive(
            "the requested url was rejected\\. please consult|_incapsula_resource|your support id is|sucuri website firewall");
    private static final Pattern CHALLENGE_BODY =
            insensitive("/cdn-cgi/challenge-platform|cf-chl-|g-recaptcha|h-captcha|hcaptcha\\.com|captcha-delivery\\.com");
    private static final Pattern PASSWORD = insensitive("<input[^>]+type\\s*=\\s*[\"']?password");
    private static final Pattern REFRESH = insensitive("<meta[^>]+http-equiv\\s*=\\s*[\"']?refresh");
    private static final Pattern SCRIPTED = insensitive("\\blocation(\\.href)?\\s*=|\\blocation\\.(replace|assign)\\s*\\(");

    private PageSigns() {}

    /// What a page's signs amount to; empty where it has none.
    ///
    /// @param head     the page's beginning
    /// @param size     of the whole page, in bytes
    /// @param expected whether a page was declared
    static Optional<Decision> read(String head, long size, boolean expected) {
        var matcher = TITLE.matcher(head);
        var title = matcher.find() ? matcher.group(1) : "";
        var byTitle = byTitle(title, PASSWORD.matcher(head).find());
        return byTitle.isPresent() || expected ? byTitle : byBody(head, size);
    }

    private static Optional<Decision> byTitle(String title, boolean password) {
        if (CHALLENGE.matcher(title).find()) {
            return Optional.of(Decision.undecided("captcha"));
        }
        if (WALL.matcher(title).find()) {
            return Optional.of(Decision.undecided("firewall-page"));
        }
        if (MAINTENANCE.matcher(title).find()) {
            return Optional.of(Decision.undecided("maintenance"));
        }
        if (ERROR.matcher(title).find()) {
            return Optional.of(Decision.broken("soft-404"));
        }
        return Optional.of(Decision.broken("login-page")).filter(_ -> password && LOGIN.matcher(title).find());
    }

    private static Optional<Decision> byBody(String head, long size) {
        if (CHALLENGE_BODY.matcher(head).find()) {
            return Optional.of(Decision.undecided("captcha"));
        }
        if (WALL_BODY.matcher(head).find()) {
            return Optional.of(Decision.undecided("firewall-page"));
        }
        if (PASSWORD.matcher(head).find()) {
            return Optional.of(Decision.broken("login-page"));
        }
        boolean redirecting = REFRESH.matcher(head).find()
                || (size <= REDIRECTING && SCRIPTED.matcher(head).find());
        return Optional.of(Decision.broken("page-redirect")).filter(_ -> redirecting);
    }

    private static Pattern insensitive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
