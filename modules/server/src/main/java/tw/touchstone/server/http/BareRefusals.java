package tw.touchstone.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Answers what never reaches the application, a malformed request line for example: programs in RFC 9457 form, browsers
/// with a small page.
final class BareRefusals extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int code = response.getStatus();
        if (code < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = Optional.ofNullable(HttpStatus.resolve(code));
        var title = status.map(HttpStatus::getReasonPhrase).orElse("Error");
        var browser = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                .filter(accepted -> accepted.contains(MediaType.TEXT_HTML_VALUE))
                .isPresent();
        try {
            response.setContentType(browser ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(browser ? page(code, title) : problem(code, title));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // Whoever asked has left, or an answer is under way: there is nobody to tell.
        }
    }

    private static String problem(int code, String title) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"the request cannot be read\"}"
                .formatted(title, code);
    }

    private static String page(int code, String title) {
        return """
                <!DOCTYPE html>
                <html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>%1$d · 試金石</title></head>
                <body><main><h1>無法讀取這個請求（%1$d）</h1><p>網址或標頭的格式不正確。<a href="/">回首頁</a></p>
                <p lang="en">%2$s: the address or a header is malformed. <a href="/">Home</a></p></main></body></html>
                """
                .formatted(code, title);
    }
}
