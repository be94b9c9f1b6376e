package tw.touchstone.usage;

import java.util.List;
import java.util.regex.Pattern;

/// The one word that is kept of a user agent: the product that best says what it is, without version or comment.
///
/// Browsers call themselves `Mozilla` for compatibility, and crawlers often do so too and name themselves in a comment.
/// Thus: the first word that names itself a crawler, else a browser's own name, else the first product (RFC 9110,
/// section 10.1.5).
public final class ProductToken {

    /// Stands for a user agent that is missing or names no product.
    public static final String UNKNOWN = "unknown";

    private static final int LONGEST_USER_AGENT = 512;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern PRODUCT = Pattern.compile("(?<![A-Za-z0-9._@-])([A-Za-z][A-Za-z0-9_-]{0,31})(?=[/;) +]|$)");
    private static final Pattern CRAWLER =
            Pattern.compile("(?i).*(bot|crawl|spider|slurp|monitor|checker|fetcher|scan|preview|archiver).*");
    private static final List<String> BROWSERS =
            List.of("Edg", "OPR", "SamsungBrowser", "Vivaldi", "YaBrowser", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari", "Trident", "MSIE");

    private ProductToken() {}

    /// The token of a `User-Agent` header; only its first 512 characters are looked at.
    public static String of(String userAgent) {
        String text = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT)).strip();
        var words = PRODUCT.matcher(text).results().map(word -> word.group(1)).toList();
        var crawler = words.stream().filter(word -> CRAWLER.matcher(word).matches()).findFirst();
        if (crawler.isPresent()) {
            return crawler.get();
        }
        var browser = BROWSERS.stream().filter(words::contains).findFirst();
        if (browser.isPresent()) {
            return browser.get();
        }
        return words.stream().findFirst().filter(first -> text.startsWith(first)).orElse(UNKNOWN);
    }

    static boolean isBrowser(String product) {
        return BROWSERS.contains(product);
    }

    static boolean isValid(String product) {
        return FORM.matcher(product).matches();
    }
}
