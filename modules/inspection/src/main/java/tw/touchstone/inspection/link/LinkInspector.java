package tw.touchstone.inspection.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.Fetched;
import tw.touchstone.fetch.Fetched.BodyEnd;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.TextEncoding;

/// Observes links: one GET decides, and what it met is kept as evidence.
///
/// Every probe asks once and at once. Who may be asked when (robots.txt, one connection for each host, `Retry-After`)
/// is for the caller's schedule to know. Safe for use by several threads.
public final class LinkInspector {

    /// Read alike.
    private static final Set<TextEncoding> BIG5 =
            EnumSet.of(TextEncoding.BIG5, TextEncoding.CP950, TextEncoding.BIG5_HKSCS);

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
    /// @param declared the format that was promised; empty where none was
    /// @param into     where the body is kept; without meaning unless the probe has a digest
    /// @throws java.io.UncheckedIOException if the file cannot be written
    public Probed probe(URI url, Optional<FileFormat> declared, Path into) {
        var fetched = fetcher.get(url, into, limits);
        var at = clock.instant();
        return switch (fetched) {
            case Fetched.Refused refused -> without(LinkVerdicts.of(refused), at, url, refused.hops());
            case Fetched.NoAnswer silent -> without(LinkVerdicts.of(silent), at, url, silent.hops());
            case Fetched.Answered answered -> answered(answered, at, url, declared, into);
        };
    }

    private Probed answered(
            Fetched.Answered answered, Instant at, URI url, Optional<FileFormat> declared, Path into) {
        boolean whole = answered.end() == BodyEnd.COMPLETE;
        Optional<ByteFacts> facts = Optional.empty();
        if (whole && answered.received() > 0 && inspector.inspect(into) instanceof Inspection.Inspected inspected) {
            facts = Optional.of(inspected.facts());
        }
        var page = facts.filter(each -> each.format() == FileFormat.HTML)
                .map(each -> head(into, PageSigns.HEAD, charset(each)));
        boolean envelope = whole
                && answered.received() <= ErrorEnvelope.LONGEST
                && ErrorEnvelope.is(head(into, ErrorEnvelope.LONGEST, StandardCharsets.UTF_8));
        var decision = LinkVerdicts.of(answered, url, declared, page, envelope);
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

    private static Probed without(Decision decision, Instant at, URI url, List<LinkProbe.Hop> hops) {
        return new Probed(
                LinkProbe.bodiless(at, url, hops, decision.verdict(), decision.reason()), Optional.empty());
    }

    private static String head(Path body, int bytes, Charset charset) {
        try (var in = Files.newInputStream(body)) {
            return new String(in.readNBytes(bytes), charset);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was fetched", e);
        }
    }

    /// Titles of pages in Big5 are read too; of all others UTF-8 is near enough.
    private static Charset charset(ByteFacts facts) {
        boolean big5 = facts.text()
                .filter(text -> BIG5.contains(text.encoding()))
                .isPresent();
        return big5 ? Charset.forName("x-windows-950") : StandardCharsets.UTF_8;
    }

    private static SortedMap<String, String> kept(SortedMap<String, String> headers) {
        var kept = new TreeMap<>(headers);
        kept.keySet().retainAll(KEPT_HEADERS);
        return kept;
    }
}
