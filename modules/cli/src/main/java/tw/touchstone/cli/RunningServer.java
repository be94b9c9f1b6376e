package tw.touchstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.catalog.Home;

/// The server that holds a home, reached with the address and token it left there for its operator.
final class RunningServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final URI address;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningServer(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /// The server of this home; empty where none has left its address.
    static Optional<RunningServer> of(Home home) {
        var file = home.run().resolve("server");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new RunningServer(URI.create(lines.get(0)), lines.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The server of a home that is in use; waits for one that is just starting.
    static RunningServer awaited(Home home) {
        for (long begun = System.nanoTime(); System.nanoTime() - begun < PATIENCE.toNanos(); ) {
            var server = of(home);
            if (server.isPresent()) {
                return server.get();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        throw new IllegalStateException("the home " + home.folder() + " is in use, and no server there can be reached");
    }

    /// An answer that is read line by line.
    ///
    /// @param status the HTTP status
    /// @param lines  of the body, as they come; to be closed
    record Answer(int status, Stream<String> lines) implements AutoCloseable {
        @Override
        public void close() {
            lines.close();
        }
    }

    /// Sends a file, or nothing, to an operation.
    Answer post(String operation, Map<String, String> parameters, Optional<Path> file) {
        return submit("operations/" + operation, parameters, file);
    }

    /// Sends a file, or nothing, to an address below the root.
    Answer submit(String path, Map<String, String> parameters, Optional<Path> file) {
        try {
            var body = file.isPresent()
                    ? HttpRequest.BodyPublishers.ofFile(file.get())
                    : HttpRequest.BodyPublishers.noBody();
            return send(request(path, parameters)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/octet-stream")
                    .POST(body));
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /// Asks for what everybody may see.
    Answer get(String path, Map<String, String> parameters) {
        try {
            return send(request(path, parameters).GET());
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    /// Asks for what the operator may see.
    Answer ask(String path) {
        try {
            return send(request(path, Map.of())
                    .header("Authorization", "Bearer " + token)
                    .GET());
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address.resolve(path + "?" + query));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private UncheckedIOException unanswered(IOException e) {
        return new UncheckedIOException("the server at " + address + " does not answer: " + e.getMessage(), e);
    }
}
