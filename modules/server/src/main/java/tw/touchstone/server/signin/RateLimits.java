package tw.touchstone.server.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds how often a program may ask: by its token where it has a good one, else by its address. Every answer of
/// `/api` and `/mcp` says how much is left. (IETF draft "RateLimit header fields for HTTP": `RateLimit-Policy`, `RateLimit`;
/// RFC 6585, section 4)
///
/// Of an IPv6 address the first 64 bits count, since whoever has one has them all.
final class RateLimits extends OncePerRequestFilter {

    private static final int NETWORK_BYTES = 8;

    private final RateLimitSettings settings;
    private final Quota addresses;
    private final Quota tokens;
    private final Set<String> exempt;

    RateLimits(RateLimitSettings settings) {
        this.settings = settings;
        this.addresses = new Quota(settings.address(), settings.window(), System::nanoTime);
        this.tokens = new Quota(settings.token(), settings.window(), System::nanoTime);
        this.exempt = Set.copyOf(settings.exempt());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !settings.enabled()
                || !(request.getRequestURI().startsWith("/api/") || request.getRequestURI().equals("/mcp"))
                || request.getMethod().equals(HttpMethod.OPTIONS.name())
                || exempt.contains(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean byToken = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.means() instanceof SignedIn.Means.Token;
        var quota = byToken ? tokens : addresses;
        var policy = byToken ? "\"token\"" : "\"address\"";
        var standing = quota.count(
                byToken ? token(request.getHeader(HttpHeaders.AUTHORIZATION)) : network(request.getRemoteAddr()));
        response.setHeader(
                "RateLimit-Policy",
                policy + ";q=" + quota.limit() + ";w=" + settings.window().toSeconds());
        response.setHeader("RateLimit", policy + ";r=" + standing.remaining() + ";t=" + standing.reset());
        if (standing.allowed()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(standing.reset()));
        ProblemEntryPoint.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "at most " + quota.limit() + " requests in " + settings.window().toSeconds() + " seconds; wait "
                        + standing.reset() + " seconds");
    }

    /// The token itself, so that it counts once in whatever way it is sent.
    private static String token(String authorization) {
        return authorization.substring(authorization.indexOf("tst_"));
    }

    private static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException none) {
            return address;
        }
    }
}
