package tw.touchstone.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/// Answers what failed before or after a controller; for programs in RFC 9457 form, for browsers with the error page.
@Controller
class ProblemErrors extends BasicErrorController {

    ProblemErrors(ErrorAttributes attributes, WebProperties properties, List<ErrorViewResolver> resolvers) {
        super(attributes, properties.getError(), resolvers);
    }

    @Override
    public ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
        var status = getStatus(request);
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("type", URI.create("about:blank"));
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", status.is5xxServerError() ? "the fault is ours; it is in the log" : "the request cannot be answered");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
