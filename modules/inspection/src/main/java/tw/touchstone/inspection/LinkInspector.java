package tw.touchstone.inspection;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.Fetched;
import tw.touchstone.fetch.Fetched.BodyEnd;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;

/// Observes links: one GET decides, and what it met is kept as evidence.
///
/// Every probe asks once and at once. Who may be asked when (robots.txt, one connection for each host, `Retry-After`)
/// is for the caller's schedule to know. Safe for use by several threads.
public final class LinkInspector {

    private static final Set<String> KEPT_HEADERS = Set.of(
            "accept-ranges",
            "access-control-allow-origin",
            "content-disposition",
            "content-encoding",
            "content-length",
            "content-type",
            "etag",
            "last-modified",
            "link",
            "retry-after",
            "server");

    private final Fetcher fetcher;
    private final Inspector inspector;
    private final FetchLimits limits;
    private final Clock clock;

    public LinkInspector(Fetcher fetcher, Inspector inspector, FetchLimits limits, Clock clock) {
        this.fetcher = fetcher;
        this.inspector = inspector;
        this.limits = limits;
        this.clock = clock;
    }

    /// Asks an address and inspects what it answers.
    ///
    /// @param into where the body is kept; without meaning unless the probe has a digest
    /// @throws java.io.UncheckedIOException if the file cannot be written
    public Probed probe(URI url, Path into) {
        var fetched = fetcher.get(url, into, limits);
        var at = clock.instant();
        return switch (fetched) {
            case Fetched.Refused refused ->
                new Probed(
                        without(LinkVerdicts.of(refused), at, url, refused.hops()), Optional.empty());
            case Fetched.NoAnswer silent ->
                new Probed(without(LinkVerdicts.of(silent), at, url, silent.hops()), Optional.empty());
            case Fetched.Answered answered -> answered(answered, at, url, into);
        };
    }

    private Probed answered(Fetched.Answered answered, Instant at, URI url, Path into) {
        boolean whole = answered.end() == BodyEnd.COMPLETE;
        Optional<ByteFacts> facts = Optional.empty();
        if (whole && answered.received() > 0 && inspector.inspect(into) instanceof Inspection.Inspected inspected) {
            facts = Optional.of(inspected.facts());
        }
        var decision = LinkVerdicts.of(answered, url, facts, into);
        var probe = new LinkProbe(
                at,
                url,
                answered.hops(),
                decision.verdict(),
                decision.reason(),
                kept(answered.headers()),
                whole ? Optional.of(answered.digest()) : Optional.empty(),
                Optional.of(answered.received()),
                answered.end() == BodyEnd.TOO_LARGE);
        return new Probed(probe, facts);
    }

    private static LinkProbe without(
            LinkVerdicts.Decision decision, Instant at, URI url, List<LinkProbe.Hop> hops) {
        return LinkProbe.bodiless(at, url, hops, decision.verdict(), decision.reason());
    }

    private static SortedMap<String, String> kept(SortedMap<String, String> headers) {
        var kept = new TreeMap<>(headers);
        kept.keySet().retainAll(KEPT_HEADERS);
        return kept;
    }
}
