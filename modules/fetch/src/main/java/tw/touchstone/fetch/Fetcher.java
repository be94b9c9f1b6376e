package tw.touchstone.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
/// and recorded; time and bytes are capped; TLS is always verified; no cookies, no credentials, no connection reuse; one
/// request at a time for each host. Safe for use by several threads.
public final class Fetcher implements AutoCloseable {

    private static final int LONGEST_HEADER = 8_192;
    private static final FetchLimits ISSUER =
            FetchLimits.STANDARD.withBytes(1 << 16).withTotal(Duration.ofSeconds(10));

    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;
    private final HostGate gate = new HostGate();

    /// A fetcher with these settings.
    public Fetcher(FetchSettings settings) {
        this.settings = settings;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(settings.names(), settings.loopbackAllowed()))
                .setTlsSocketStrategy(new WitnessedTls(settings.trust()))
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(2)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(FetchLimits.STANDARD.connect()))
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent(settings.userAgent())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
        this.deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
    }

    /// Gets an address.
    ///
    /// @param into where the body is stored, replaced if it exists; its content is undefined unless [Fetched.Answered]
    /// @throws java.io.UncheckedIOException if the file cannot be written: our trouble, not the address's
    public Fetched get(URI url, Path into, FetchLimits limits) {
        return get(url, into, limits, true);
    }

    private Fetched get(URI url, Path into, FetchLimits limits, boolean diagnosed) {
        var hops = new ArrayList<Hop>();
        var deadline = new Deadline(limits.total());
        boolean cookies = false;
        var next = url;
        while (true) {
            var obstacle = Redirects.obstacle(next);
            if (obstacle.isPresent()) {
                return new Fetched.Refused(hops, obstacle.get());
            }
            switch (request(next, into, limits, deadline, hops, diagnosed)) {
                case Step.Done done -> {
                    return done.outcome();
                }
                case Step.Moved moved -> {
                    cookies |= moved.cookie();
                    var target = Redirects.target(next, moved.location());
                    var stop = target.isEmpty()
                            ? Optional.of("bad-redirect")
                            : Redirects.stop(next, target.get(), hops, cookies, limits.redirects());
                    if (stop.isPresent()) {
                        return new Fetched.Refused(hops, stop.get());
                    }
                    next = target.orElseThrow();
                }
            }
        }
    }

    private Step request(
            URI url, Path into, FetchLimits limits, Deadline deadline, List<Hop> hops, boolean diagnosed) {
        var host = Redirects.host(url).orElseThrow();
        if (!gate.enter(host, deadline.atMost(limits.connect()))) {
            return new Step.Done(new Fetched.NoAnswer(hops, "host-busy"));
        }
        var asked = new Asked(url, HttpClientContext.create(), settings.nanos().getAsLong());
        String reason;
        try {
            return exchange(asked, into, limits, deadline, hops);
        } catch (TimedOut e) {
            reason = "total-timeout";
        } catch (AddressGuard.ForbiddenAddress e) {
            hops.add(hop(asked, Optional.empty()));
            return new Step.Done(new Fetched.Refused(hops, "private-address"));
        } catch (IOException e) {
            boolean connected = connectedTo(asked.context()).isPresent();
            reason = Failures.reason(e, connected);
        } finally {
            gate.leave(host);
        }
        hops.add(hop(asked, Optional.empty()));
        return new Step.Done(new Fetched.NoAnswer(
                hops, diagnosed && reason.equals(Failures.CHAIN) ? diagnose(asked, into) : reason));
    }

    private Step exchange(Asked asked, Path into, FetchLimits limits, Deadline deadline, List<Hop> hops)
            throws IOException {
        var left = deadline.left();
        if (left.isNegative() || left.isZero()) {
            throw new TimedOut();
        }
        var request = new HttpGet(asked.url());
        request.setHeader("Accept", "*/*");
        request.setHeader("Accept-Encoding", "identity");
        request.setConfig(config(limits, deadline));
        WitnessedTls.patience(asked.context(), deadline.atMost(limits.idle()));
        var expired = new AtomicBoolean();
        var alarm = deadlines.schedule(
                () -> {
                    expired.set(true);
                    request.cancel();
                },
                left.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            var response = client.executeOpen(RoutingSupport.determineHost(request), request, asked.context());
            try {
                hops.add(hop(asked, Optional.of(response)));
                return step(response, into, limits, expired, hops);
            } finally {
                // Closing alone would read an endless body to its end.
                request.cancel();
                Closer.closeQuietly(response);
            }
        } catch (HttpException e) {
            throw new IllegalStateException("the host of an address that was checked", e);
        } catch (IOException e) {
            throw expired.get() ? new TimedOut() : e;
        } finally {
            alarm.cancel(false);
        }
    }

    @SuppressWarnings("deprecation") // the connect timeout belongs to a fetch here, not to the connection manager
    private static RequestConfig config(FetchLimits limits, Deadline deadline) {
        return RequestConfig.custom()
                .setConnectTimeout(Timeout.of(deadline.atMost(limits.connect())))
                .setResponseTimeout(Timeout.of(deadline.atMost(limits.idle())))
                .setConnectionRequestTimeout(Timeout.of(deadline.atMost(limits.connect())))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Step step(
            ClassicHttpResponse response, Path into, FetchLimits limits, AtomicBoolean expired, List<Hop> hops) {
        int status = response.getCode();
        var location = response.getFirstHeader("Location");
        if (Redirects.isRedirect(status) && location != null) {
            return new Step.Moved(location.getValue(), response.containsHeader("Set-Cookie"));
        }
        var headers = new TreeMap<String, String>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value(header));
        }
        var digest = Sha256.newDigest();
        var body = Body.store(response.getEntity(), into, limits.bytes(), digest, expired);
        return new Step.Done(
                new Fetched.Answered(hops, status, headers, body.received(), Sha256.of(digest), body.end()));
    }

    private static String value(Header header) {
        var value = header.getValue() == null ? "" : header.getValue();
        return value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) : value;
    }

    private Hop hop(Asked asked, Optional<ClassicHttpResponse> answer) {
        return new Hop(
                asked.url(),
                answer.map(ClassicHttpResponse::getCode),
                connectedTo(asked.context()),
                TimeUnit.NANOSECONDS.toMillis(settings.nanos().getAsLong() - asked.begun()),
                answer.map(each -> each.getFirstHeader("Location")).map(Fetcher::value),
                WitnessedTls.witness(asked.context()).flatMap(TlsWitness::certificate));
    }

    private String diagnose(Asked asked, Path into) {
        var shown = WitnessedTls.witness(asked.context()).map(TlsWitness::shown).orElse(List.of());
        return shown.isEmpty()
                ? Failures.CHAIN
                : new TlsDiagnosis(settings.trust(), address -> issuer(address, into), Instant.now()).of(shown);
    }

    private Optional<byte[]> issuer(URI address, Path into) {
        var file = into.resolveSibling(into.getFileName() + ".issuer");
        try {
            return get(address, file, ISSUER, false) instanceof Fetched.Answered answered
                            && answered.status() == 200
                            && answered.end() == Fetched.BodyEnd.COMPLETE
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was fetched", e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> connectedTo(HttpClientContext context) {
        var endpoint = context.getEndpointDetails();
        if (endpoint != null
                && endpoint.getRemoteAddress() instanceof InetSocketAddress socket
                && socket.getAddress() != null) {
            return Optional.of(socket.getAddress().getHostAddress());
        }
        return WitnessedTls.witness(context).flatMap(TlsWitness::address).map(InetAddress::getHostAddress);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private sealed interface Step {
        record Moved(String location, boolean cookie) implements Step {}

        record Done(Fetched outcome) implements Step {}
    }

    /// A request under way.
    private record Asked(URI url, HttpClientContext context, long begun) {}

    /// The cap on the whole fetch was reached.
    private static final class TimedOut extends IOException {}

    private record Deadline(long end) {
        Deadline(Duration total) {
            this(System.nanoTime() + total.toNanos());
        }

        Duration left() {
            return Duration.ofNanos(end - System.nanoTime());
        }

        Duration atMost(Duration wanted) {
            // Zero would mean "for ever" to the client.
            return Collections.max(List.of(Collections.min(List.of(wanted, left())), Duration.ofMillis(1)));
        }
    }
}
