package tw.touchstone.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

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
