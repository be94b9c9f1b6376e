package tw.touchstone.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;

/// Sends whoever signed in with a password issued by somebody else to choose their own first.
final class FirstPassword extends OncePerRequestFilter {

    private static final String CHANGE_PAGE = "/account/password";

    private final Accounts accounts;

    FirstPassword(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean guarded = path.startsWith("/workspace") || path.startsWith("/admin") || path.startsWith("/account");
        return !guarded || path.equals(CHANGE_PAGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean mustChange = authentication != null
                && accounts.byName(authentication.getName())
                        .filter(Account::mustChangePassword)
                        .isPresent();
        if (mustChange) {
            response.sendRedirect(CHANGE_PAGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
