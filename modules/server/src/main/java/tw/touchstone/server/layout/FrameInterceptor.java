package tw.touchstone.server.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.Role;

/// Gives every page, error pages included, its [PageFrame].
final class FrameInterceptor implements HandlerInterceptor {

    private final LocaleResolver language;
    private final Accounts accounts;

    FrameInterceptor(LocaleResolver language, Accounts accounts) {
        this.language = language;
        this.accounts = accounts;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        var frame = PageFrame.of(language.resolveLocale(request), path(request), query(request));
        page.addObject(
                "frame",
                account()
                        .map(each -> frame.signedIn(
                                each.name(), each.displayName(), each.role() == Role.ADMINISTRATOR))
                        .orElse(frame));
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
