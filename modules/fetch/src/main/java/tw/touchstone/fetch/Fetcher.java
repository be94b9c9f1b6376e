package tw.touchstone.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe.Hop;

/// Gets what an address answers into a file, safely: addresses come from strangers.
///
/// Only public addresses are connected to, checked at every hop on the address itself; redirects are followed by hand
/// and recorded; time and bytes are capped; TLS is always verified; no cookies, no credentials, no connection reuse.
/// Safe for use by several threads.
public final class Fetcher implements AutoCloseable {

    private static final int LONGEST_HEADER = 8_192;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    private Fetcher(String userAgent, boolean loopbackAllowed) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(loopbackAllowed))
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(8)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(FetchLimits.STANDARD.connect()))
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
        this.deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
    }

    /// A fetcher for the public Internet.
    ///
    /// @param userAgent who we are and where to complain, for example `Touchstone/0.1 (+https://example.org/about)`
    public static Fetcher identifiedAs(String userAgent) {
        return new Fetcher(userAgent, false);
    }

    /// A fetcher that may also reach this machine, for tests and for a catalogue beside its own file server.
    public static Fetcher withLoopback(String userAgent) {
        return new Fetcher(userAgent, true);
    }

    /// Gets an address.
    ///
    /// @param into where the body is stored, replaced if it exists; its content is undefined unless [Fetched.Answered]
    /// @throws java.io.UncheckedIOException if the file cannot be written: our trouble, not the address's
    public Fetched get(URI url, Path into, FetchLimits limits) {
        var hops = new ArrayList<Hop>();
        var deadline = new Deadline(limits.total());
        var next = url;
        while (true) {
            var obstacle = Redirects.obstacle(next);
            if (obstacle.isPresent()) {
                return new Fetched.Refused(hops, obstacle.get());
            }
            switch (request(next, into, limits, deadline, hops)) {
                case Step.Done done -> {
                    return done.outcome();
                }
                case Step.Moved moved -> {
                    if (hops.size() > limits.redirects()) {
                        return new Fetched.Refused(hops, "too-many-redirects");
                    }
                    var target = Redirects.target(next, moved.location());
                    if (target.isEmpty()) {
                        return new Fetched.Refused(hops, "bad-redirect");
                    }
                    if (Redirects.isDowngrade(next, target.get())) {
                        return new Fetched.Refused(hops, "https-to-http");
                    }
                    next = target.get();
                }
            }
        }
    }

    private Step request(URI url, Path into, FetchLimits limits, Deadline deadline, List<Hop> hops) {
        var left = deadline.left();
        if (left.isNegative() || left.isZero()) {
            return new Step.Done(new Fetched.NoAnswer(hops, "total-timeout"));
        }
        var request = new HttpGet(url);
        request.setHeader("Accept", "*/*");
        request.setHeader("Accept-Encoding", "identity");
        request.setConfig(config(limits, left));
        var expired = new AtomicBoolean();
        var alarm = deadlines.schedule(
                () -> {
                    expired.set(true);
                    request.cancel();
                },
                left.toMillis(),
                TimeUnit.MILLISECONDS);
        var context = HttpClientContext.create();
        long begun = System.nanoTime();
        try {
            var response = client.executeOpen(RoutingSupport.determineHost(request), request, context);
            try {
                hops.add(new Hop(
                        url,
                        Optional.of(response.getCode()),
                        connectedTo(context),
                        millisSince(begun),
                        Optional.ofNullable(response.getFirstHeader("Location")).map(Header::getValue),
                        Optional.empty()));
                return step(response, into, limits, expired, hops);
            } finally {
                // Closing alone would read an endless body to its end.
                request.cancel();
                Closer.closeQuietly(response);
            }
        } catch (HttpException e) {
            throw new IllegalStateException("the host of an address that was checked", e);
        } catch (IOException e) {
            hops.add(new Hop(
                    url,
                    Optional.empty(),
                    connectedTo(context),
                    millisSince(begun),
                    Optional.empty(),
                    Optional.empty()));
            return new Step.Done(expired.get() ? new Fetched.NoAnswer(hops, "total-timeout") : Failures.of(e, hops));
        } finally {
            alarm.cancel(false);
        }
    }

    @SuppressWarnings("deprecation") // the connect timeout belongs to a fetch here, not to the connection manager
    private static RequestConfig config(FetchLimits limits, Duration left) {
        var idle = limits.idle().compareTo(left) < 0 ? limits.idle() : left;
        var connect = limits.connect().compareTo(left) < 0 ? limits.connect() : left;
        return RequestConfig.custom()
                .setConnectTimeout(Timeout.of(connect))
                .setResponseTimeout(Timeout.of(idle))
                .setConnectionRequestTimeout(Timeout.of(left))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Step step(
            ClassicHttpResponse response, Path into, FetchLimits limits, AtomicBoolean expired, List<Hop> hops) {
        int status = response.getCode();
        var location = response.getFirstHeader("Location");
        if (Redirects.isRedirect(status) && location != null) {
            return new Step.Moved(location.getValue());
        }
        var headers = new TreeMap<String, String>();
        for (Header header : response.getHeaders()) {
            var value = header.getValue() == null ? "" : header.getValue();
            headers.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT),
                    value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) : value);
        }
        var digest = Sha256.newDigest();
        var body = Body.store(response.getEntity(), into, limits.bytes(), digest, expired);
        return new Step.Done(
                new Fetched.Answered(hops, status, headers, body.received(), Sha256.of(digest), body.end()));
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static Optional<String> connectedTo(HttpClientContext context) {
        var endpoint = context.getEndpointDetails();
        if (endpoint != null
                && endpoint.getRemoteAddress() instanceof InetSocketAddress socket
                && socket.getAddress() != null) {
            return Optional.of(socket.getAddress().getHostAddress());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private sealed interface Step {
        record Moved(String location) implements Step {}

        record Done(Fetched outcome) implements Step {}
    }

    private record Deadline(long end) {
        Deadline(Duration total) {
            this(System.nanoTime() + total.toNanos());
        }

        Duration left() {
            return Duration.ofNanos(end - System.nanoTime());
        }
    }
}
