package tw.touchstone.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/// Tells a program in RFC 9457 form that it has to sign in, or that signing in did not suffice.
final class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Whoever asks here also finds what the national portal would have said.
    private static final String NATIONAL = "/api/v2/";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (missing instanceof PasswordAuthentication.TriedTooOften often) {
            long seconds = Math.max(1, often.pause().plus(Duration.ofMillis(999)).toSeconds());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too many tries; wait " + seconds + " seconds", Map.of());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"touchstone\", Basic realm=\"touchstone\"");
        write(request, response, HttpStatus.UNAUTHORIZED, "send a token or a name and password", Map.of());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof AuthorizationDeniedException decided
                && decided.getAuthorizationResult() instanceof Verdict verdict) {
            write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    verdict.reason(),
                    verdict.agency().isPresent() ? Map.of("field", "publisher") : Map.of());
        } else {
            write(request, response, HttpStatus.FORBIDDEN, "this account may not do that", Map.of());
        }
    }

    /// Answers with a problem that says no more than this.
    static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        write(request, response, status, detail, Map.of());
    }

    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String detail,
            Map<String, String> more)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.putAll(more);
        if (request.getRequestURI().startsWith(NATIONAL)) {
            problem.put("success", false);
            problem.put("error", Map.of("error_type", "ER0001:API Key錯誤", "message", detail));
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(problem));
    }
}
