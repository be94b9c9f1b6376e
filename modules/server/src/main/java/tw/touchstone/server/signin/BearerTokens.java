package tw.touchstone.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tw.touchstone.catalog.members.ApiTokens;

/// Signs a request in by its `Authorization: Bearer tst_…` header (RFC 6750), or by a token that stands there alone, as the
/// clients of CKAN and of the national portal send their keys.
final class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String ALONE = "tst_";

    private final ApiTokens tokens;
    private final OperatorToken operator;

    BearerTokens(ApiTokens tokens, OperatorToken operator) {
        this.tokens = tokens;
        this.operator = operator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && (header.startsWith(SCHEME) || header.startsWith(ALONE))) {
            var secret = header.substring(header.startsWith(SCHEME) ? SCHEME.length() : 0).strip();
            if (operator.matches(secret)) {
                signIn(new SignedIn(CurrentAccount.OPERATOR, new SignedIn.Means.Operator()));
            } else {
                tokens.holder(secret)
                        .ifPresent(holder ->
                                signIn(new SignedIn(holder.account(), new SignedIn.Means.Token(holder.scopes()))));
            }
        }
        chain.doFilter(request, response);
    }

    private static void signIn(SignedIn signedIn) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
    }
}
