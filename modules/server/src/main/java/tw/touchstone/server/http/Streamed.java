package tw.touchstone.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/// An answer that is sent while it is made.
///
/// Where it fails before anything was sent, the client is told as always. After that the connection is broken off: the last
/// chunk, which says "this was all", never comes, so half an answer cannot pass for a whole one. (RFC 9112, section 8)
public final class Streamed {

    private Streamed() {}

    /// Writes the bytes; must not end a format (a gzip trailer, a closing bracket) when it fails.
    @FunctionalInterface
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    /// Sends the whole of something that goes on changing while it is written, so its tag is weak; or says that it has not
    /// changed (304). HEAD gets the headers.
    ///
    /// @param state names what is being sent, as far as a caller can know it before
    /// @throws IOException where the client has gone, or the answer failed on its way
    public static void send(
            HttpServletRequest request, HttpServletResponse response, EntityTag state, String mediaType, Body body)
            throws IOException {
        response.setHeader(HttpHeaders.ETAG, "W/" + state.header());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (state.isIn(Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(mediaType);
        if (request.getMethod().equals("GET")) {
            send(response, body);
        }
    }

    /// Sends what the body writes.
    ///
    /// @throws IOException where the client has gone, or the answer failed on its way
    public static void send(HttpServletResponse response, Body body) throws IOException {
        try {
            body.write(response.getOutputStream());
            response.flushBuffer();
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw new IOException("the answer was broken off", e);
            }
            response.reset();
            throw e;
        }
    }
}
