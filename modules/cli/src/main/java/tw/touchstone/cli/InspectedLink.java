package tw.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.FetchSettings;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.link.LinkInspector;
import tw.touchstone.inspection.link.Probed;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkReasons;
import tw.touchstone.model.fact.LinkVerdict;
import tw.touchstone.quality.QualityJson;

/// An address, asked once as the catalogue would ask it, and told as a person would want to know it.
record InspectedLink(URI url, Probed probed) {

    private static final FetchLimits LIMITS = FetchLimits.STANDARD.withTotal(Duration.ofMinutes(10));

    /// Whether an argument is an address and no path.
    static boolean isAddress(String argument) {
        return argument.matches("(?i)https?:.*");
    }

    /// Asks an address; empty where the text is none.
    ///
    /// @param loopback whether this machine may be asked
    static Optional<InspectedLink> ask(String address, boolean loopback) {
        try {
            var url = new URI(address);
            var settings = FetchSettings.of("Touchstone/0.1 (inspect, asked by a person)").loopback(loopback);
            var body = Files.createTempFile("touchstone-", ".body");
            try (var fetcher = new Fetcher(settings)) {
                var inspector = new LinkInspector(fetcher, new Inspector(), LIMITS, Clock.systemUTC());
                return Optional.of(new InspectedLink(url, inspector.probe(url, Optional.empty(), body)));
            } finally {
                Files.deleteIfExists(body);
            }
        } catch (URISyntaxException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// 0 where it answers, 1 where it is broken, 3 where nothing can be concluded.
    int exit() {
        return switch (probed.probe().verdict()) {
            case OK -> 0;
            case BROKEN -> 1;
            case UNDECIDED -> 3;
        };
    }

    /// One line of canonical JSON.
    void printJson(PrintWriter out) {
        var facts = probed.facts()
                .map(each -> "\"facts\":" + new String(QualityJson.write(each), StandardCharsets.UTF_8) + ",")
                .orElse("");
        out.println("{" + facts + "\"link\":"
                + new String(QualityJson.write(probed.probe()), StandardCharsets.UTF_8) + "}");
    }

    /// Lines for people.
    void print(PrintWriter out, Words words) {
        var probe = probed.probe();
        out.println(url);
        for (int i = 0; i < probe.hops().size(); i++) {
            print(out, words, i + 1, probe.hops().get(i));
        }
        var verdict = words.of("link." + probe.verdict().name().toLowerCase(Locale.ROOT));
        var reason = LinkReasons.words(probe.reason()).best(words.of("language"));
        out.println("  " + words.of("link.verdict", verdict, reason));
        out.println("  " + words.of("link.asked", probe.at()));
        probe.headers().forEach((name, value) -> out.println("    " + name + ": " + value));
        probe.received()
                .ifPresent(received ->
                        out.println("  " + words.of(probe.capped() ? "link.received.capped" : "link.received", received)));
        probed.facts().ifPresent(facts -> {
            out.println("  " + words.of(probe.verdict() == LinkVerdict.OK ? "link.body" : "link.body.other"));
            new FactsPrinter(out, words).print(facts, "    ");
        });
    }

    private static void print(PrintWriter out, Words words, int number, LinkProbe.Hop hop) {
        out.println("  %d. GET %s".formatted(number, hop.url()));
        var status = hop.status().map(each -> "HTTP " + each).orElseGet(() -> words.of("link.unanswered"));
        out.println("     %s, %,d ms%s"
                .formatted(status, hop.millis(), hop.address().map(each -> ", " + each).orElse("")));
        hop.location().ifPresent(location -> out.println("     Location: " + location));
        hop.certificate()
                .ifPresent(each -> out.println(
                        "     " + words.of("link.certificate", each.subject(), each.issuer(), each.notAfter())));
    }
}
