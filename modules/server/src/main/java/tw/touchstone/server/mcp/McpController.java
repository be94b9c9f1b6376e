package tw.touchstone.server.mcp;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.signin.SignedIn;

/// Where messages of the protocol come in: each a POST with one answer. There is no stream of events and no session, so GET
/// and DELETE are 405. (MCP 2025-11-25, transports, streamable HTTP)
@RestController
class McpController {

    private final McpEndpoint endpoint;
    private final Origins origins;

    McpController(McpEndpoint endpoint, Origins origins) {
        this.endpoint = endpoint;
        this.origins = origins;
    }

    @PostMapping(McpEndpoint.PATH)
    void message(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origins.allow(origin)) {
            throw Problem.in(
                    HttpStatus.FORBIDDEN,
                    HttpHeaders.ORIGIN,
                    "pages of this origin may not call the tools; the operator can allow it in touchstone.mcp.origins");
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null && !(request.getUserPrincipal() instanceof SignedIn)) {
            // Whoever means to act for an agency must not find out later that nobody knew who asked. (RFC 6750, section 3.1)
            throw Problem.in(
                            HttpStatus.UNAUTHORIZED,
                            HttpHeaders.AUTHORIZATION,
                            "this token is not known, or not any more; send another, or none for what everybody may do")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"touchstone\", error=\"invalid_token\"");
        }
        var message = request.getInputStream().readNBytes(McpEndpoint.MOST_BYTES + 1);
        if (message.length > McpEndpoint.MOST_BYTES) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE, "a message has at most " + McpEndpoint.MOST_BYTES + " bytes");
        }
        var received = new ReceivedMessage(request, message);
        if (!received.isObject()) {
            // The library would take `null` for an object and answer 500. (JSON-RPC 2.0, section 5.1)
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write("""
                    {"jsonrpc": "2.0", "id": null, "error": {"code": -32600, "message": "a message is one JSON object"}}"""
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        endpoint.answer(received, response);
    }
}
