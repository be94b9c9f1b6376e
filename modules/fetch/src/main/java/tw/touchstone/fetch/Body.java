package tw.touchstone.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.jspecify.annotations.Nullable;

/// The body of an answer on its way into a file.
///
/// @param received bytes stored
/// @param end      why it is not longer
record Body(long received, Fetched.BodyEnd end) {

    private static final int BUFFER = 1 << 16;

    static Body store(
            @Nullable HttpEntity entity, Path into, long cap, MessageDigest digest, AtomicBoolean expired) {
        try (OutputStream out = Files.newOutputStream(into)) {
            return entity == null
                    ? new Body(0, Fetched.BodyEnd.COMPLETE)
                    : copy(entity, out, cap, digest, expired);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store what was fetched", e);
        }
    }

    private static Body copy(
            HttpEntity entity, OutputStream out, long cap, MessageDigest digest, AtomicBoolean expired)
            throws IOException {
        var buffer = new byte[BUFFER];
        long received = 0;
        // Not closed: closing would read the rest of an endless body. The client drops the connection.
        InputStream in = null;
        while (true) {
            int length;
            try {
                if (in == null) {
                    in = opened(entity);
                }
                length = in.read(buffer);
            } catch (IOException e) {
                return new Body(received, expired.get() ? Fetched.BodyEnd.TIMED_OUT : end(e));
            }
            if (length < 0) {
                return new Body(received, Fetched.BodyEnd.COMPLETE);
            }
            int kept = (int) Math.min(length, cap - received);
            digest.update(buffer, 0, kept);
            out.write(buffer, 0, kept);
            received += kept;
            if (kept < length) {
                return new Body(received, Fetched.BodyEnd.TOO_LARGE);
            }
        }
    }

    /// We ask for no compression; a server that compresses nevertheless is unpacked under the same cap.
    private static InputStream opened(HttpEntity entity) throws IOException {
        var encoding = entity.getContentEncoding();
        boolean gzip = encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
        return gzip ? new GZIPInputStream(entity.getContent(), BUFFER) : entity.getContent();
    }

    private static Fetched.BodyEnd end(IOException failure) {
        return switch (failure) {
            case SocketTimeoutException _ -> Fetched.BodyEnd.TIMED_OUT;
            case ConnectionClosedException _, MalformedChunkCodingException _, EOFException _, ZipException _ ->
                Fetched.BodyEnd.TRUNCATED;
            default -> Fetched.BodyEnd.RESET;
        };
    }
}
