package tw.touchstone.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.fetch.Fetched.Answered;
import tw.touchstone.fetch.Fetched.BodyEnd;
import tw.touchstone.fetch.Fetched.NoAnswer;
import tw.touchstone.fetch.Fetched.Refused;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe.Hop;

@Timeout(60)
class FetcherIT {

    private static final byte[] BODY = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Fetcher fetcher = new Fetcher(FetchSettings.of("Touchstone/test (+https://example.org)").loopback(true));
    private HttpServer server;
    private Path into;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        into = folder.resolve("body");
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI on(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return url(path);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static HttpHandler redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            answer(exchange, status, new byte[0]);
        };
    }

    private static Hop hop(URI url, int status, Optional<String> location) {
        return new Hop(url, Optional.of(status), Optional.of("127.0.0.1"), 0, location, Optional.empty());
    }

    private static List<Hop> untimed(List<Hop> hops) {
        return hops.stream()
                .map(hop -> new Hop(hop.url(), hop.status(), hop.address(), 0, hop.location(), hop.certificate()))
                .toList();
    }

    private Fetched get(URI url) {
        return fetcher.get(url, into, FetchLimits.STANDARD.withTotal(Duration.ofSeconds(20)));
    }

    @Test
    void keepsBodyDigestAndAddress() throws IOException {
        var url = on("/f", exchange -> answer(exchange, 200, BODY));

        var answered = (Answered) get(url);

        assertThat(untimed(answered.hops())).containsExactly(hop(url, 200, Optional.empty()));
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.headers()).containsEntry("content-length", "8");
        assertThat(answered.received()).isEqualTo(8);
        assertThat(answered.digest()).isEqualTo(Sha256.of(BODY));
        assertThat(answered.end()).isEqualTo(BodyEnd.COMPLETE);
        assertThat(Files.readAllBytes(into)).isEqualTo(BODY);
    }

    @Test
    void saysWhoAsksAndSendsNoCookies() {
        var seen = new LinkedBlockingQueue<List<String>>();
        var url = on("/f", exchange -> {
            seen.add(List.of(
                    exchange.getRequestHeaders().getFirst("User-Agent"),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"))));
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            answer(exchange, 200, BODY);
        });

        get(url);
        get(url);

        var expected = List.of("Touchstone/test (+https://example.org)", "null");
        assertThat(seen).containsExactly(expected, expected);
    }

    @Test
    void recordsEveryHopOfARedirect() {
        var first = on("/1", redirect(301, "/2"));
        var second = on("/2", redirect(307, url("/3").toString()));
        var third = on("/3", exchange -> answer(exchange, 200, BODY));

        var answered = (Answered) get(first);

        assertThat(untimed(answered.hops()))
                .containsExactly(
                        hop(first, 301, Optional.of("/2")),
                        hop(second, 307, Optional.of(third.toString())),
                        hop(third, 200, Optional.empty()));
    }

    @Test
    void followsFiveRedirectsAndNotSix() {
        for (int i = 1; i <= 6; i++) {
            on("/r" + i, redirect(302, "/r" + (i + 1)));
        }
        on("/r7", exchange -> answer(exchange, 200, BODY));

        assertThat(get(url("/r2"))).isInstanceOf(Answered.class);
        var refused = (Refused) get(url("/r1"));
        assertThat(refused.reason()).isEqualTo("too-many-redirects");
        assertThat(refused.hops()).hasSize(6);
    }

    @Test
    void refusesARedirectIntoThePrivateNetwork() {
        for (var target : List.of("http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[fd00::1]/")) {
            var path = "/to-" + URI.create(target).getHost().replaceAll("\\W", "");
            var refused = (Refused) get(on(path, redirect(302, target)));
            assertThat(refused.reason()).isEqualTo("private-address");
            assertThat(untimed(refused.hops()).getLast()).isEqualTo(Hop.unanswered(URI.create(target), 0));
        }
    }

    @Test
    void refusesLoopbackUnlessAllowed() {
        var url = on("/f", exchange -> answer(exchange, 200, BODY));
        try (var strict = new Fetcher(FetchSettings.of("Touchstone/test"))) {
            for (var address : List.of(url, URI.create(url.toString().replace("127.0.0.1", "localhost")))) {
                var refused = (Refused) strict.get(address, into, FetchLimits.STANDARD);
                assertThat(refused.reason()).isEqualTo("private-address");
                assertThat(untimed(refused.hops())).containsExactly(Hop.unanswered(address, 0));
            }
        }
    }

    @Test
    void refusesARedirectToAnotherScheme() {
        assertThat(((Refused) get(on("/f", redirect(302, "file:///etc/passwd")))).reason())
                .isEqualTo("scheme");
    }

    @Test
    void keepsTheBodyOfAnError() {
        var answered = (Answered) get(on("/f", exchange -> answer(exchange, 404, BODY)));
        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.received()).isEqualTo(8);
    }

    @Test
    void seesThatABodyIsShorterThanAnnounced() throws IOException {
        try (var raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(raw, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na,b\n");
            var answered = (Answered) get(URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/"));
            assertThat(answered.end()).isEqualTo(BodyEnd.TRUNCATED);
            assertThat(answered.received()).isEqualTo(4);
        }
    }

    @Test
    void seesThatAChunkedBodyBreaksOff() throws IOException {
        try (var raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(raw, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na,b\n\r\n");
            var answered = (Answered) get(URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/"));
            assertThat(answered.end()).isEqualTo(BodyEnd.TRUNCATED);
            assertThat(answered.received()).isEqualTo(4);
        }
    }

    @Test
    void stopsAnEndlessBodyAtTheCap() {
        var url = on("/f", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[1 << 16];
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(block);
                }
            }
        });

        var answered = (Answered) fetcher.get(url, into, FetchLimits.STANDARD.withBytes(100_000));

        assertThat(answered.end()).isEqualTo(BodyEnd.TOO_LARGE);
        assertThat(answered.received()).isEqualTo(100_000);
    }

    @Test
    void stopsACompressionBombAtTheCap() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }
        var url = on("/f", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, packed.toByteArray());
        });

        var answered = (Answered) fetcher.get(url, into, FetchLimits.STANDARD.withBytes(1_000_000));

        assertThat(answered.end()).isEqualTo(BodyEnd.TOO_LARGE);
        assertThat(answered.received()).isEqualTo(1_000_000);
    }

    @Test
    void stopsASlowDripAtTheTotalTime() throws IOException {
        try (var raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (var socket = raw.accept()) {
                    var out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write('x');
                        out.flush();
                        LockSupport.parkNanos(20_000_000);
                    }
                } catch (IOException e) {
                    // the client has had enough, as it should
                }
            });
            var limits = FetchLimits.STANDARD.withTotal(Duration.ofMillis(500));
            var answered =
                    (Answered) fetcher.get(URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/"), into, limits);
            assertThat(answered.end()).isEqualTo(BodyEnd.TIMED_OUT);
        }
    }

    @Test
    void namesWhyThereIsNoAnswer() throws IOException {
        int closed;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        var nobody = URI.create("http://127.0.0.1:" + closed + "/");
        var refused = (NoAnswer) get(nobody);
        assertThat(refused.reason()).isEqualTo("connect-refused");
        assertThat(untimed(refused.hops())).containsExactly(Hop.unanswered(nobody, 0));
        try (var raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(raw, "");
            assertThat(((NoAnswer) get(URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/"))).reason())
                    .isEqualTo("reset");
        }
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            var idle = FetchLimits.STANDARD.withIdle(Duration.ofMillis(200));
            assertThat(((NoAnswer) fetcher.get(url, into, idle)).reason()).isEqualTo("read-timeout");
            var total = FetchLimits.STANDARD.withTotal(Duration.ofMillis(200));
            assertThat(((NoAnswer) fetcher.get(url, into, total)).reason()).isIn("total-timeout", "read-timeout");
        }
    }

    /// The name is asked once for each hop, and what is connected to is what was checked: a second, private answer
    /// (DNS rebinding) is only ever seen by a later hop, and refused there.
    @Test
    void connectsToTheAddressThatWasChecked() {
        var asked = new LinkedBlockingQueue<String>();
        on("/f", redirect(302, "/g"));
        on("/g", exchange -> answer(exchange, 200, BODY));
        NameResolver rebinding = host -> {
            asked.add(host);
            return new InetAddress[] {
                asked.size() == 1 ? InetAddress.getLoopbackAddress() : InetAddress.getByName("10.0.0.1")
            };
        };
        try (var rebound = new Fetcher(FetchSettings.of("Touchstone/test").loopback(true).resolvingBy(rebinding))) {
            var url = URI.create("http://rebinding.example:" + server.getAddress().getPort() + "/f");
            var refused = (Refused) rebound.get(url, into, FetchLimits.STANDARD);
            assertThat(refused.reason()).isEqualTo("private-address");
            assertThat(untimed(refused.hops()))
                    .containsExactly(
                            hop(url, 302, Optional.of("/g")), Hop.unanswered(URI.create(url.resolve("/g").toString()), 0));
            assertThat(asked).containsExactly("rebinding.example", "rebinding.example");
        }
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongPublicOnes() {
        NameResolver mixed = host -> new InetAddress[] {
            InetAddress.getByName("192.0.43.8"), InetAddress.getByName("169.254.169.254")
        };
        try (var strict = new Fetcher(FetchSettings.of("Touchstone/test").resolvingBy(mixed))) {
            assertThat(((Refused) strict.get(URI.create("http://mixed.example/"), into, FetchLimits.STANDARD)).reason())
                    .isEqualTo("private-address");
        }
    }

    @Test
    void loopbackIsAllowedAloneAndNoOtherPrivateAddress() {
        for (var address : List.of("http://192.168.1.1/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a00:1]/")) {
            assertThat(((Refused) get(URI.create(address))).reason()).isEqualTo("private-address");
        }
    }

    @Test
    void seesALoopAndWhetherACookieWouldEndIt() {
        on("/a", redirect(302, "/b"));
        on("/b", redirect(302, "/a"));
        assertThat(((Refused) get(url("/a"))).reason()).isEqualTo("redirect-loop");
        var wall = on("/wall", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "seen=1");
            exchange.getResponseHeaders().set("Location", "/wall");
            answer(exchange, 302, new byte[0]);
        });
        assertThat(((Refused) get(wall)).reason()).isEqualTo("cookie-wall");
    }

    @Test
    void asksAHostOneQuestionAtATime() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var url = on("/f", exchange -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(20_000_000);
            inside.decrementAndGet();
            answer(exchange, 200, BODY);
        });
        var answers = new ArrayList<Future<Fetched>>();
        for (int i = 0; i < 5; i++) {
            var file = folder.resolve("body-" + i);
            answers.add(threads.submit(() -> fetcher.get(url, file, FetchLimits.STANDARD)));
        }
        for (var answer : answers) {
            assertThat(answer.get()).isInstanceOf(Answered.class);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void cutsABodyWhereItsAnnouncedLengthEndsAsEveryClientDoes() throws IOException {
        try (var raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(raw, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na,b\n1,2\n");
            var answered = (Answered) get(URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/"));
            assertThat(answered.end()).isEqualTo(BodyEnd.COMPLETE);
            assertThat(answered.received()).isEqualTo(4);
        }
    }

    @Test
    void saysThatALengthThatIsNoNumberIsNoHttp() throws IOException {
        try (var raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(raw, "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\na,b\n");
            assertThat(((NoAnswer) get(URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/"))).reason())
                    .isEqualTo("protocol");
        }
    }

    private void serve(ServerSocket raw, String answer) {
        threads.execute(() -> {
            try (var socket = raw.accept()) {
                socket.getInputStream().read(new byte[8_192]);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
