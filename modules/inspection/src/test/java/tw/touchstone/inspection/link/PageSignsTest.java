package tw.touchstone.inspection.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSignsTest {

    private static Optional<Decision> read(String page, boolean expected) {
        return PageSigns.read(page, page.length(), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "404 Not Found,BROKEN soft-404",
        "找不到網頁,BROKEN soft-404",
        "頁面不存在,BROKEN soft-404",
        "系統發生錯誤,BROKEN soft-404",
        "Error,BROKEN soft-404",
        "系統維護中,UNDECIDED maintenance",
        "Site under maintenance,UNDECIDED maintenance",
        "Request Rejected,UNDECIDED firewall-page",
        "Attention Required! | Cloudflare,UNDECIDED firewall-page",
        "Just a moment...,UNDECIDED captcha",
        "請輸入驗證碼,UNDECIDED captcha"
    })
    void believesATitleWhateverWasDeclared(String title, String expected) {
        var page = "<html><head><title>" + title + "</title></head></html>";
        for (var declared : new boolean[] {true, false}) {
            assertThat(read(page, declared).map(each -> each.verdict() + " " + each.reason()))
                    .contains(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "資料開放平臺",
        "Errors in measurement 1998-2004",
        "第404次會議紀錄表",
        "Terror attacks",
        "道路維護工程統計",
        "Road maintenance works",
        "法院判決"
    })
    void aTitleThatOnlyLooksLikeAnErrorIsNone(String title) {
        assertThat(read("<title>" + title + "</title>", false)).isEmpty();
    }

    @Test
    void aLoginIsBrokenUnlessAPageWithALoginWasMeant() {
        var form = "<form><input name=p type=\"password\"></form>";
        assertThat(read("<title>人口統計</title>" + form, false)).contains(Decision.broken("login-page"));
        assertThat(read("<title>人口統計</title>" + form, true)).isEmpty();
        assertThat(read("<title>會員登入</title>" + form, true)).contains(Decision.broken("login-page"));
        assertThat(read("<title>會員登入</title>", true)).isEmpty();
    }

    @Test
    void aCaptchaInAPageThatWasMeantIsPartOfIt() {
        var page = "<title>意見信箱</title><div class=\"g-recaptcha\"></div>";
        assertThat(read(page, true)).isEmpty();
        assertThat(read(page, false)).contains(Decision.undecided("captcha"));
    }

    @Test
    void aPageThatSendsElsewhereIsNoData() {
        var refresh = "<html><head><meta http-equiv=\"refresh\" content=\"0;url=/\"></head></html>";
        var script = "<html><script>window.location.href='/';</script></html>";
        assertThat(read(refresh, false)).contains(Decision.broken("page-redirect"));
        assertThat(read(refresh, true)).isEmpty();
        assertThat(read(script, false)).contains(Decision.broken("page-redirect"));
        assertThat(PageSigns.read(script, 2_048, false)).contains(Decision.broken("page-redirect"));
        assertThat(PageSigns.read(script, 2_049, false)).isEmpty();
    }
}
