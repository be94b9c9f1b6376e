package tw.touchstone.inspection.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.Fetched;
import tw.touchstone.fetch.Fetched.BodyEnd;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.fetch.RetryAfter;
import tw.touchstone.fetch.RobotsRules;
import tw.touchstone.model.fact.LinkProbe;

/// Asks a host for its robots.txt. (RFC 9309 §2.3.1) Safe for use by several threads.
public final class RobotsReader {

    private static final FetchLimits LIMITS =
            FetchLimits.STANDARD.withBytes(RobotsRules.LONGEST).withTotal(Duration.ofSeconds(30));

    private final Fetcher fetcher;
    private final Clock clock;

    public RobotsReader(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /// What a host answered.
    public sealed interface Answer {

        /// The text of its robots.txt; empty where it has none, which allows everything.
        record Rules(String text) implements Answer {}

        /// It could not say, so that nothing may be asked for now.
        ///
        /// @param status     429 or 5xx
        /// @param retryAfter when it wants to be asked again, if it said so
        record NotNow(int status, Optional<Instant> retryAfter) implements Answer {}

        /// It was not reached, which says about the link what asking for the link itself would have said.
        record Unreached(LinkProbe probe) implements Answer {}
    }

    /// Asks the host of a link.
    ///
    /// @param into where the text is kept meanwhile
    public Answer ask(URI url, Path into) {
        var fetched = fetcher.get(RobotsRules.location(url), into, LIMITS);
        var at = clock.instant();
        return switch (fetched) {
            case Fetched.Answered answered -> answered(answered, at, into);
            // A robots.txt at the end of too many redirects is none; an address we must not ask is refused again when
            // the link itself is asked.
            case Fetched.Refused _ -> new Answer.Rules("");
            case Fetched.NoAnswer silent -> {
                var decision = LinkVerdicts.of(silent);
                yield new Answer.Unreached(
                        LinkProbe.bodiless(at, url, silent.hops(), decision.verdict(), decision.reason()));
            }
        };
    }

    private static Answer answered(Fetched.Answered answered, Instant at, Path into) {
        int status = answered.status();
        if (status == 429 || status >= 500) {
            var retryAfter = Optional.ofNullable(answered.headers().get("retry-after"))
                    .flatMap(value -> RetryAfter.read(value, at));
            return new Answer.NotNow(status, retryAfter);
        }
        boolean there = status >= 200 && status < 300;
        boolean read = answered.end() == BodyEnd.COMPLETE || answered.end() == BodyEnd.TOO_LARGE;
        if (there && !read) {
            return new Answer.NotNow(status, Optional.empty());
        }
        return new Answer.Rules(there ? text(into) : "");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was fetched", e);
        }
    }
}
