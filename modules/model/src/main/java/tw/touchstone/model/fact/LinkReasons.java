package tw.touchstone.model.fact;

import java.util.Map;
import tw.touchstone.model.LangText;

/// The reasons of link observations in words, for people.
public final class LinkReasons {

    private static final Map<String, LangText> WORDS = Map.ofEntries(
            word("answered", "連得上", "it answers"),
            word("held", "檔案由本目錄保存", "the file is kept by this catalogue"),
            word("recorded", "依據先前記錄的檢測結果", "as recorded by an earlier check"),
            word("empty-body", "回應沒有內容", "the answer is empty"),
            word("truncated", "內容傳到一半就中斷", "the answer breaks off before its end"),
            word("reset", "連線中斷", "the connection broke"),
            word("timeout", "內容太久沒有傳完", "the answer took too long"),
            word("total-timeout", "內容太久沒有傳完", "the answer took too long"),
            word("read-timeout", "主機太久沒有回應", "the host kept silent too long"),
            word("connect-timeout", "連不上主機（逾時）", "the host was not reached in time"),
            word("connect-refused", "主機拒絕連線", "the host refused the connection"),
            word("host-busy", "本目錄正在檢測同一主機", "this catalogue was asking the same host"),
            word("protocol", "回應不符合 HTTP 格式", "the answer is not proper HTTP"),
            word("dns", "網域名稱不存在", "there is no such host name"),
            word("dns-temporary", "網域名稱暫時查不到", "the host name could not be looked up for now"),
            word(
                    "tls-incomplete-chain",
                    "伺服器未送出中繼憑證；瀏覽器開得了，程式連不上",
                    "the server does not send its intermediate certificate: browsers cope, programs fail"),
            word("tls-unknown-root", "憑證的根憑證不在信任清單", "the certificate leads to an authority we do not know"),
            word("tls-self-signed", "憑證是自簽的", "the certificate is signed by itself"),
            word("tls-expired", "憑證已過期", "the certificate has expired"),
            word("tls-not-yet-valid", "憑證尚未生效", "the certificate is not valid yet"),
            word("tls-hostname", "憑證屬於別的網域名稱", "the certificate belongs to another host name"),
            word("tls-chain", "憑證無法驗證", "the certificate could not be verified"),
            word("tls", "無法建立加密連線", "no secure connection could be made"),
            word("scheme", "不是 http 或 https 網址", "the address is neither http nor https"),
            word("bad-address", "網址格式不正確", "the address is malformed"),
            word("bad-port", "網址的連接埠不是網頁用的", "the address has a port that is not for the web"),
            word("credentials-in-url", "網址含有帳號密碼", "the address holds a user name or password"),
            word("private-address", "網址指向內部網路", "the address leads into a private network"),
            word("too-many-redirects", "轉址次數過多", "there are too many redirects"),
            word("redirect-loop", "轉址繞圈", "the redirects go in a circle"),
            word("cookie-wall", "網站要求接受 cookie 才放行", "the site lets only visitors with cookies pass"),
            word("bad-redirect", "轉址的目標不正確", "a redirect leads to no address"),
            word("https-to-http", "由 https 轉到不加密的 http", "it redirects from https to unprotected http"),
            word("redirect-to-home", "被轉到首頁", "it redirects to a home page"),
            word("redirect-to-login", "被轉到登入頁", "it redirects to a login page"),
            word("page-redirect", "得到轉址用的網頁，而非資料", "it gives a page that leads elsewhere instead of data"),
            word("login-page", "得到登入頁，而非資料", "it gives a login page instead of data"),
            word("soft-404", "狀態碼正常，內容卻是錯誤訊息", "it says all is well and gives an error"),
            word("maintenance", "網站維護中", "the site is under maintenance"),
            word("captcha", "網站要求證明不是機器人", "the site asks for a proof of being human"),
            word("firewall-page", "被網站防火牆擋下", "a firewall before the site turned us away"),
            word("robots-disallowed", "robots.txt 不允許定期檢測", "robots.txt forbids scheduled checks"),
            word("robots-unavailable", "主機的 robots.txt 暫時讀不到", "the host could not show its robots.txt"));

    private LinkReasons() {}

    /// A reason in words; one without words of its own, such as `status-404`, as far as it can be told.
    public static LangText words(String reason) {
        if (reason.startsWith("status-")) {
            var status = reason.substring("status-".length());
            return LangText.of("伺服器回應 HTTP " + status, "the server answered HTTP " + status);
        }
        return WORDS.getOrDefault(reason, LangText.of(reason, reason));
    }

    private static Map.Entry<String, LangText> word(String reason, String zh, String en) {
        return Map.entry(reason, LangText.of(zh, en));
    }
}
