package tw.touchstone.server.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Sessions;

/// Finds who is signed in by the cookie of a browser, and begins and ends sessions.
///
/// The cookie is new at each sign-in, so none that was planted beforehand is ever worth anything. What it stands for is in
/// SQL and survives a restart.
@Component
public class BrowserSessions implements SecurityContextRepository {

    static final String COOKIE = "touchstone-session";

    private final Sessions sessions;
    private final Accounts accounts;
    private final AuditLog audit;
    private final CsrfTokenRepository forms;

    public BrowserSessions(Catalog catalog, CsrfTokenRepository forms) {
        this.sessions = catalog.members().sessions();
        this.accounts = catalog.members().accounts();
        this.audit = catalog.members().audit();
        this.forms = forms;
    }

    /// Signs a browser in.
    ///
    /// @param means   `password` or `oidc`
    /// @param idToken what the provider wants back at the end, encrypted; empty where there is no provider
    public void begin(
            Account account,
            String means,
            Optional<String> idToken,
            HttpServletRequest request,
            HttpServletResponse response) {
        current(request).ifPresent(old -> sessions.end(old.account(), old.session().orElseThrow().id()));
        var secret = sessions.begin(
                account,
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""),
                means,
                idToken);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, Sessions.LONGEST, request));
        // A form that was shown before is of no more use.
        forms.saveToken(null, request, response);
        audit.record(account.name(), AuditAction.SIGNED_IN, "", means, request.getRemoteAddr());
    }

    /// Ends the session of a browser.
    ///
    /// @return what the provider wants back, encrypted, where it began with one
    Optional<String> end(HttpServletRequest request, HttpServletResponse response) {
        var ending = current(request);
        var idToken = ending.flatMap(each -> sessions.idToken(each.session().orElseThrow()));
        ending.ifPresent(each -> {
            sessions.end(each.account(), each.session().orElseThrow().id());
            audit.record(each.getName(), AuditAction.SIGNED_OUT, "", "", request.getRemoteAddr());
        });
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        return idToken;
    }

    /// Who is signed in with the cookie of this request.
    Optional<SignedIn> current(HttpServletRequest request) {
        return secret(request)
                .flatMap(sessions::bySecret)
                .flatMap(session -> accounts.byId(session.account())
                        .filter(account -> account.state() == Account.State.ACTIVE)
                        .map(account -> new SignedIn(account, new SignedIn.Means.Browser(session))));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new OnceAsked(() -> context(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    private SecurityContext context(HttpServletRequest request) {
        return current(request).<SecurityContext>map(SecurityContextImpl::new).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /// Nothing is kept here on the framework's own account: sessions begin by [#begin].
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Deliberately nothing.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return secret(request).isPresent();
    }

    private static Optional<String> secret(HttpServletRequest request) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[0-9a-f]{64}"))
                .findFirst();
    }

    private static String cookie(String value, Duration lifetime, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(lifetime)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build()
                .toString();
    }

    /// Looked up when a page first asks, since most answers do not depend on who reads them.
    private static final class OnceAsked implements DeferredSecurityContext {
        private final Supplier<SecurityContext> lookup;
        private Optional<SecurityContext> found = Optional.empty();

        OnceAsked(Supplier<SecurityContext> lookup) {
            this.lookup = lookup;
        }

        @Override
        public SecurityContext get() {
            var context = found.orElseGet(lookup);
            found = Optional.of(context);
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
