package tw.touchstone.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the server over HTTP/1.1. A thread that asks one thing after another keeps one connection.
public final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 4;

    private final URI address;
    private final Optional<String> token;
    private final boolean patient;
    private final AtomicLong repeated = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /// Without an account, and without a second attempt.
    public Client(URI address) {
        this.address = address;
        this.token = Optional.empty();
        this.patient = false;
    }

    /// With the rights of this token.
    public Client(URI address, String token) {
        this.address = address;
        this.token = Optional.of(token);
        this.patient = true;
    }

    /// What the server said.
    public static final class Answer {
        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        /// Of the body, in bytes.
        public int size() {
            return body.length;
        }

        /// This answer, if it has the wanted status.
        ///
        /// @throws IllegalStateException if it has another
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("the server answered " + status + " instead of " + wanted + ": "
                        + new String(body, StandardCharsets.UTF_8));
            }
            return this;
        }

        /// The body, which is JSON.
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /// Asks for a page in whatever form it comes.
    ///
    /// @param path below the root, without a leading `/`
    public Answer get(String path) {
        return send(request(path).timeout(PATIENCE).GET());
    }

    /// Asks for a page in this form.
    public Answer get(String path, String accept) {
        return send(request(path).timeout(PATIENCE).header("Accept", accept).GET());
    }

    /// Sends a document and waits as long as it takes.
    public Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// Sends bytes and waits as long as it takes.
    public Answer put(String path, byte[] bytes) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /// Sends a file and reads the answer line by line; the lines are to be closed.
    public Stream<String> upload(String path, Path file) {
        try {
            var request = request(path)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// A text as a value of a query.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(address.resolve(path));
        token.ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
        return builder;
    }

    /// How often a request had to be sent again, because no connection came about or the server had just closed the
    /// one that was kept.
    public long repeated() {
        return repeated.get();
    }

    /// A request that never left, or one that changes nothing, may be sent again; the time of all attempts counts.
    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                    return new Answer(response.statusCode(), response.body());
                } catch (IOException e) {
                    boolean harmless = e instanceof ConnectException || request.method().equals("GET");
                    if (!patient || !harmless || e instanceof HttpTimeoutException || attempt == ATTEMPTS) {
                        throw new UncheckedIOException(e);
                    }
                    repeated.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    @Override
    public void close() {
        http.close();
    }
}
