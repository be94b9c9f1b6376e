package tw.touchstone.server.layout;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/// The language a page is in: what `?lang=` asks for, else what the reader chose last, else Chinese.
///
/// The browser's own preference is left aside, so that one address shows one page to everybody who never chose.
final class ReaderLanguage implements LocaleResolver, HandlerInterceptor {

    private static final String NAME = "lang";
    // The parameter is read from the address only: asking the request for it would read an upload's body.
    private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=([A-Za-z-]{2,10})(?:&|$)");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).or(() -> remembered(request)).orElse(Language.CHINESE);
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        asked(request).ifPresent(locale -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(locale, request)));
        return true;
    }

    private static String cookie(Locale locale, HttpServletRequest request) {
        return ResponseCookie.from(NAME, Language.of(locale))
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build()
                .toString();
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        var found = ASKED.matcher(query);
        return found.find() ? Language.parse(found.group(1)) : Optional.empty();
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(NAME))
                .flatMap(cookie -> Language.parse(cookie.getValue()).stream())
                .findFirst();
    }
}
