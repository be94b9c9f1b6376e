package tw.touchstone.server.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;

/// Gives every page, error pages included, its [PageFrame].
///
/// It stands in the request and not in the model, which is not there where an exception leads to a page.
final class FrameInterceptor implements HandlerInterceptor {

    private final LocaleResolver language;
    private final Accounts accounts;

    FrameInterceptor(LocaleResolver language, Accounts accounts) {
        this.language = language;
        this.accounts = accounts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(
                "frame",
                PageFrame.of(
                        language.resolveLocale(request), path(request), query(request), new Reader(this::account)));
        return true;
    }

    private Optional<Account> account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Optional.empty() : accounts.byName(authentication.getName());
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? "" : query;
    }
}
