package tw.touchstone.fetch;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe.Hop;

/// What became of a fetch. All three carry the requests made, the asked address first.
public sealed interface Fetched {

    /// Every request made on the way, in order.
    List<Hop> hops();

    /// The last hop answered, with whatever status.
    ///
    /// @param status   of the last hop
    /// @param headers  of the last hop, lower-case names, the first value where one is repeated
    /// @param received length of the stored body in bytes, after decompression
    /// @param digest   of the stored body
    /// @param end      whether that is all of the body
    record Answered(
            List<Hop> hops, int status, SortedMap<String, String> headers, long received, Sha256 digest, BodyEnd end)
            implements Fetched {
        public Answered {
            hops = List.copyOf(hops);
            headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        }
    }

    /// We did not go on: asking would be unsafe or endless.
    ///
    /// @param reason `scheme`, `bad-address`, `bad-port`, `credentials-in-url`, `private-address`,
    ///               `too-many-redirects`, `redirect-loop`, `cookie-wall` (a loop for those who send no cookie back),
    ///               `bad-redirect` or `https-to-http`
    record Refused(List<Hop> hops, String reason) implements Fetched {
        public Refused {
            hops = List.copyOf(hops);
        }
    }

    /// The last hop gave no answer.
    ///
    /// @param reason `dns`, `dns-temporary`, `connect-refused`, `connect-timeout`, `read-timeout`, `total-timeout`,
    ///               `reset`, `protocol`, `host-busy` (by another request of ours), `tls-incomplete-chain`,
    ///               `tls-unknown-root`, `tls-self-signed`, `tls-expired`, `tls-not-yet-valid`, `tls-hostname`,
    ///               `tls-chain` (no path to a root, for a reason that cannot be told) or `tls`
    record NoAnswer(List<Hop> hops, String reason) implements Fetched {
        public NoAnswer {
            hops = List.copyOf(hops);
        }
    }

    /// How a body ended.
    enum BodyEnd {
        /// As announced by the server.
        COMPLETE,
        /// The server closed before what it had announced, or its compression broke off.
        TRUNCATED,
        /// The connection broke.
        RESET,
        /// At our cap on bytes.
        TOO_LARGE,
        /// At our cap on time.
        TIMED_OUT
    }
}
