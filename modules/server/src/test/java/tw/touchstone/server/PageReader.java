package tw.touchstone.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/// Somebody with a browser: follows redirects, keeps cookies, sends forms as they stand on a page.
final class PageReader implements AutoCloseable {

    private static final String BOUNDARY = "----touchstone-test";

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    PageReader(int port) {
        this.base = URI.create("http://localhost:" + port + "/");
    }

    /// A page as it was answered.
    record Page(int status, URI address, Document html) {

        String text(String selector) {
            return html.select(selector).text();
        }
    }

    /// A file to upload, which holds this text in this encoding.
    record Upload(String input, String name, String text, Charset encoding) {}

    Page get(String path) {
        return send(request(path).GET().build());
    }

    /// Sends the form of a page whose address is `action`, with these inputs typed over what stands in it.
    Page submit(Page page, String action, Map<String, String> typed, List<Upload> files) {
        var form = page.html().select("form[method=post]").stream()
                .filter(each -> each.attr("action").equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form for " + action + " on " + page.address()));
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : ((FormElement) form).formData()) {
            values.computeIfAbsent(pair.key(), each -> new ArrayList<>()).add(pair.value());
        }
        typed.forEach((name, value) -> values.put(name, List.of(value)));
        return form.attr("enctype").startsWith("multipart")
                ? send(request(page, action)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(multipart(values, files)))
                        .build())
                : send(request(page, action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(values)))
                        .build());
    }

    Page submit(Page page, String action, Map<String, String> typed) {
        return submit(page, action, typed, List.of());
    }

    /// A form may stand on a page of another server, for example of one that people sign in with.
    private static HttpRequest.Builder request(Page page, String action) {
        return HttpRequest.newBuilder(page.address().resolve(action)).header("Accept", "text/html");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html");
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.uri(), Jsoup.parse(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] multipart(Map<String, List<String>> values, List<Upload> files) {
        var body = new ByteArrayOutputStream();
        values.forEach((name, each) -> each.forEach(value -> {
            if (files.stream().noneMatch(file -> file.input().equals(name))) {
                write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n");
            }
        }));
        for (var file : files) {
            write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.input()
                    + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.writeBytes(file.text().getBytes(file.encoding()));
            write(body, "\r\n");
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
