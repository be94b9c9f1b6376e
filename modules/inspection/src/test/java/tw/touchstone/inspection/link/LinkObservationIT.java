package tw.touchstone.inspection.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tw.touchstone.inspection.ByteSource;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkVerdict;

/// What is kept of an answer: all of it, or no more than is certain.
@Timeout(60)
class LinkObservationIT extends LinkServer {

    @Test
    void keepsTheWholeObservation() {
        var url = serving("/f", 200, TABLE, Map.of("Content-Type", "text/csv", "X-Other", "1"));
        var bytes = TABLE.getBytes(StandardCharsets.UTF_8);

        var probed = probe(url);

        assertThat(probed.probe())
                .isEqualTo(new LinkProbe(
                        NOW,
                        url,
                        List.of(hop(url, 200, Optional.empty())),
                        LinkVerdict.OK,
                        "answered",
                        new TreeMap<>(Map.of("content-type", "text/csv", "content-length", "8")),
                        Optional.of(Sha256.of(bytes)),
                        Optional.of(8L),
                        false));
        assertThat(new Inspector().inspect(ByteSource.of(bytes)))
                .isEqualTo(new Inspection.Inspected(probed.facts().orElseThrow()));
    }

    @Test
    void keepsTheWholeObservationOfABusyHost() {
        var url = serving("/busy", 503, "wait", Map.of("Retry-After", "120"));
        assertThat(probe(url).probe())
                .isEqualTo(new LinkProbe(
                        NOW,
                        url,
                        List.of(hop(url, 503, Optional.empty())),
                        LinkVerdict.UNDECIDED,
                        "status-503",
                        new TreeMap<>(Map.of("retry-after", "120", "content-length", "4")),
                        Optional.of(Sha256.of("wait".getBytes(StandardCharsets.UTF_8))),
                        Optional.of(4L),
                        false));
    }

    @Test
    void keepsTheWholeObservationOfALoop() {
        var first = serving("/a", 302, "", Map.of("Location", "/b"));
        var second = serving("/b", 302, "", Map.of("Location", "/a"));
        assertThat(probe(first).probe())
                .isEqualTo(LinkProbe.bodiless(
                        NOW,
                        first,
                        List.of(hop(first, 302, Optional.of("/b")), hop(second, 302, Optional.of("/a"))),
                        LinkVerdict.BROKEN,
                        "redirect-loop"));
    }

    @Test
    void keepsTheWholeObservationOfABodyWithoutEnd() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[1 << 16];
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(block);
                }
            }
        });
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/endless");
        var probed = probe(url);
        assertThat(probed.probe())
                .isEqualTo(new LinkProbe(
                        NOW,
                        url,
                        List.of(hop(url, 200, Optional.empty())),
                        LinkVerdict.OK,
                        "answered",
                        new TreeMap<>(),
                        Optional.empty(),
                        Optional.of(1_000_000L),
                        true));
        assertThat(probed.facts()).isEmpty();
    }

    @Test
    void givesNoFactsOfABodyThatIsNotWhole() {
        var probed = probe(serving("/big", 200, "x".repeat(1_000_001), Map.of()));
        assertThat(summary(probed)).isEqualTo("OK answered");
        assertThat(probed.facts()).isEmpty();
        assertThat(probed.probe().digest()).isEmpty();
    }

    private static LinkProbe.Hop hop(URI url, int status, Optional<String> location) {
        return new LinkProbe.Hop(
                url, Optional.of(status), Optional.of("127.0.0.1"), 0, location, Optional.empty());
    }
}
