package tw.touchstone.model.fact;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.touchstone.model.Sha256;

/// One dated observation of a link: what a GET met on its way and at its end.
///
/// @param at       when the answer was complete or given up
/// @param url      the address as declared
/// @param hops     every request made, the declared address first
/// @param verdict  what the observation amounts to
/// @param reason   a kebab-case code: `answered`, `held` (bytes are ours), `status-404`, `timeout`, `tls-chain`, …
/// @param headers  selected answer headers of the last hop, lower-case names
/// @param digest   of the body where one was read whole
/// @param received length of the body in bytes where one was read
public record LinkProbe(
        Instant at,
        URI url,
        List<Hop> hops,
        LinkVerdict verdict,
        String reason,
        SortedMap<String, String> headers,
        Optional<Sha256> digest,
        Optional<Long> received) {

    public LinkProbe {
        hops = List.copyOf(hops);
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /// One request and its answer.
    ///
    /// @param url     the address asked
    /// @param status  the HTTP status; empty where there was no answer
    /// @param address the IP address connected to; empty where none was
    public record Hop(URI url, Optional<Integer> status, Optional<String> address) {}

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
                Optional.of(size));
    }
}
