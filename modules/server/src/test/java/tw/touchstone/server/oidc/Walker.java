package tw.touchstone.server.oidc;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser that goes from redirect to redirect, remembers where it was, and may be misled on the way.
final class Walker implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final List<URI> visited = new ArrayList<>();
    private Document page = new Document("");
    private int status;

    Walker() {}

    Document page() {
        return page;
    }

    int status() {
        return status;
    }

    URI here() {
        return visited.getLast();
    }

    /// The last address whose path begins so.
    URI visited(String path) {
        return visited.reversed().stream()
                .filter(each -> each.getPath().startsWith(path))
                .findFirst()
                .orElseThrow();
    }

    Walker go(URI address) throws Exception {
        return go(address, UnaryOperator.identity());
    }

    /// Goes on until there is a page.
    ///
    /// @param astray what becomes of an address before it is followed
    Walker go(URI address, UnaryOperator<URI> astray) throws Exception {
        return follow(HttpRequest.newBuilder(address).header("Accept", "text/html").GET(), address, astray);
    }

    /// Sends the form of the page with this address.
    Walker submit(String action, Map<String, String> typed) throws Exception {
        var form = page.select("form[action=" + action + "]").first();
        if (form == null) {
            throw new AssertionError("no form for " + action + " on " + here() + ": " + page.text());
        }
        var values = form.select("input[type=hidden]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
        values.putAll(typed);
        var body = values.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var address = here().resolve(action);
        return follow(
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                address,
                UnaryOperator.identity());
    }

    private Walker follow(HttpRequest.Builder first, URI from, UnaryOperator<URI> astray) throws Exception {
        var address = from;
        visited.add(address);
        HttpResponse<String> answer = client.send(first.build(), BodyHandlers.ofString());
        for (int steps = 0; answer.statusCode() / 100 == 3 && steps < 20; steps++) {
            address = astray.apply(address.resolve(answer.headers().firstValue("Location").orElseThrow()));
            visited.add(address);
            answer = client.send(
                    HttpRequest.newBuilder(address).header("Accept", "text/html").build(), BodyHandlers.ofString());
        }
        page = Jsoup.parse(answer.body());
        status = answer.statusCode();
        return this;
    }

    @Override
    public void close() {
        client.close();
    }
}
