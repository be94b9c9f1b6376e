package tw.touchstone.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.ApiTokens;
import tw.touchstone.catalog.members.Role;

/// Signs a request in by its `Authorization: Bearer tst_…` header. (RFC 6750)
final class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final OperatorToken operator;

    BearerTokens(ApiTokens tokens, Accounts accounts, OperatorToken operator) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.operator = operator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(SCHEME)) {
            var secret = header.substring(SCHEME.length()).strip();
            if (operator.matches(secret)) {
                signIn("operator", Role.ADMINISTRATOR);
            } else {
                tokens.accountOf(secret)
                        .flatMap(accounts::byId)
                        .ifPresent(account -> signIn(account.name(), account.role()));
            }
        }
        chain.doFilter(request, response);
    }

    private static void signIn(String name, Role role) {
        var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(name, null, authorities));
        SecurityContextHolder.setContext(context);
    }
}
