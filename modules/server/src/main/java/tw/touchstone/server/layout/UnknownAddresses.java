package tw.touchstone.server.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Answers a browser that asks for what is not there with a page, and a program with a problem document. (RFC 9457)
///
/// Nothing is mapped to such an address, so this cannot be limited to the controllers of pages.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownAddresses {

    @ExceptionHandler(NoResourceFoundException.class)
    Object absent(NoResourceFoundException missing, HttpServletRequest request) {
        var accepted = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        boolean browser = accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
        return browser
                ? ErrorPages.absent()
                : ResponseEntity.status(missing.getStatusCode())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(missing.getBody());
    }
}
