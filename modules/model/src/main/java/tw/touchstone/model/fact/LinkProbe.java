package tw.touchstone.model.fact;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.touchstone.model.Sha256;

/// One dated observation of a link: what a GET met on its way and at its end.
///
/// @param at       when the answer was complete or given up
/// @param url      the address as declared
/// @param hops     every request made, the declared address first
/// @param verdict  what the observation amounts to
/// @param reason   a kebab-case code: `answered`, `held` (bytes are ours), `status-404`, `timeout`,
///                 `tls-incomplete-chain`, …
/// @param headers  selected answer headers of the last hop, lower-case names
/// @param digest   of the body where one was read whole
/// @param received length of the body in bytes where one was read
/// @param capped   whether reading stopped at our cap on bytes, so that the body is longer than `received`
public record LinkProbe(
        Instant at,
        URI url,
        List<Hop> hops,
        LinkVerdict verdict,
        String reason,
        SortedMap<String, String> headers,
        Optional<Sha256> digest,
        Optional<Long> received,
        boolean capped) {

    /// Headers whose value matters to a judge; of all others only whether they are there.
    private static final Set<String> TELLING_HEADERS =
            Set.of("accept-ranges", "access-control-allow-origin", "content-encoding", "content-type");

    /// Headers that come and go with the moment.
    private static final Set<String> PASSING_HEADERS = Set.of("content-length", "retry-after", "server");

    public LinkProbe {
        hops = List.copyOf(hops);
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /// One request and its answer.
    ///
    /// @param url         the address asked
    /// @param status      the HTTP status; empty where there was no answer
    /// @param address     the IP address connected to; empty where none was
    /// @param millis      from the request to the head of the answer, or to giving up, in milliseconds
    /// @param location    the `Location` header as sent, where there was one
    /// @param certificate that the server showed, also where it was refused
    public record Hop(
            URI url,
            Optional<Integer> status,
            Optional<String> address,
            long millis,
            Optional<String> location,
            Optional<ServerCertificate> certificate) {

        /// A request that reached nobody.
        public static Hop unanswered(URI url, long millis) {
            return new Hop(url, Optional.empty(), Optional.empty(), millis, Optional.empty(), Optional.empty());
        }
    }

    /// An observation without a body.
    public static LinkProbe bodiless(Instant at, URI url, List<Hop> hops, LinkVerdict verdict, String reason) {
        return new LinkProbe(
                at, url, hops, verdict, reason, new TreeMap<>(), Optional.empty(), Optional.empty(), false);
    }

    /// The observation that a file is held by the catalogue itself, which needs no request.
    public static LinkProbe held(Instant at, URI url, Sha256 digest, long size) {
        return new LinkProbe(
                at,
                url,
                List.of(),
                LinkVerdict.OK,
                "held",
                new TreeMap<>(),
                Optional.of(digest),
                Optional.of(size),
                false);
    }

    /// Whether a judge would read the same in both: equal but for times, IP addresses, what varies from one request
    /// to the next (signed or session addresses, lengths, tags), and the bytes, which are a fact of their own.
    public boolean saysTheSameAs(LinkProbe other) {
        return gist().equals(other.gist());
    }

    private Gist gist() {
        var told = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (!PASSING_HEADERS.contains(name)) {
                told.put(name, TELLING_HEADERS.contains(name) ? value : "");
            }
        });
        var stages = hops.stream()
                .map(hop -> new Stage(
                        String.valueOf(hop.url().getScheme()),
                        String.valueOf(hop.url().getHost()),
                        hop.status(),
                        hop.certificate()))
                .toList();
        return new Gist(url, verdict, reason, told, capped, stages);
    }

    private record Gist(
            URI url,
            LinkVerdict verdict,
            String reason,
            SortedMap<String, String> headers,
            boolean capped,
            List<Stage> stages) {}

    private record Stage(
            String scheme, String host, Optional<Integer> status, Optional<ServerCertificate> certificate) {}
}
