package tw.touchstone.server.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.server.signin.SignedIn;

/// Gives every page, error pages included, its [PageFrame].
///
/// It stands in the request and not in the model, which is not there where an exception leads to a page.
final class FrameInterceptor implements HandlerInterceptor {

    private final LocaleResolver language;

    FrameInterceptor(LocaleResolver language) {
        this.language = language;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(
                "frame",
                PageFrame.of(
                        language.resolveLocale(request), path(request), query(request), new Reader(FrameInterceptor::account)));
        return true;
    }

    private static Optional<Account> account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SignedIn signedIn ? Optional.of(signedIn.account()) : Optional.empty();
    }

    /// The address as it was asked for, whatever answers it.
    private static String path(HttpServletRequest request) {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .flatMap(name -> Optional.ofNullable((String) request.getAttribute(name)).stream())
                .findFirst()
                .orElseGet(request::getRequestURI);
    }

    private static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? "" : query;
    }
}
