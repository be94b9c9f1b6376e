package tw.touchstone.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;

/// The real application on a free port and a home of its own, for tests over HTTP.
public final class RunningServer implements AutoCloseable {

    /// What the catalogue calls itself, whatever port it listens at.
    public static final String BASE = "https://data.example.tw/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServletWebServerApplicationContext context;
    private final Path home;

    private RunningServer(ServletWebServerApplicationContext context, Path home) {
        this.context = context;
        this.home = home;
    }

    /// Starts on a home, without samples and without looking at links elsewhere.
    public static RunningServer on(Path home, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--touchstone.home=" + home,
                "--touchstone.samples=",
                "--touchstone.base-iri=" + BASE,
                "--touchstone.check-links=none"));
        // Said twice, a setting would be a list of both.
        for (var setting : settings) {
            arguments.removeIf(each -> each.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            arguments.add(setting);
        }
        var context = new SpringApplication(Touchstone.class).run(arguments.toArray(String[]::new));
        return new RunningServer((ServletWebServerApplicationContext) context, home);
    }

    public Catalog catalog() {
        return context.getBean(Catalog.class);
    }

    /// A part of the application.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// A part of the application by its name.
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /// The token of a new editor of an agency.
    public String editor(String agency) {
        return token("editor-of-" + agency, Role.EDITOR, Optional.of(new AgencyId(agency)));
    }

    /// The token of a new administrator.
    public String administrator() {
        return token("administrator", Role.ADMINISTRATOR, Optional.empty());
    }

    private String token(String name, Role role, Optional<AgencyId> agency) {
        var account = catalog().members().accounts().create(name, name, role, agency, "no password").orElseThrow();
        return catalog().members().tokens().issue(account, "test", Duration.ofDays(1)).secret();
    }

    /// The token of commands on this machine.
    public String operator() throws IOException {
        return Files.readAllLines(home.resolve("run").resolve("server")).get(1);
    }

    /// A request to a path, to be completed and handed to [#send].
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> send(String method, String path, String token, String type, String body)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(String method, String path, String token, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token).method(method, body));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /// The body as JSON.
    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
