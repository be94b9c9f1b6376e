package tw.touchstone.catalog.inspecting;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tw.touchstone.fetch.RetryAfter;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkVerdict;

/// When a host and a link may be asked again. Pure but for the chance in it: jitter keeps many links of one import from
/// coming back at the same moment.
///
/// @param interval how long a link that answered is left alone
record Politeness(Duration interval, RandomGenerator chance) {

    /// Between two requests to a host that asks for no other pause.
    static final Duration GAP = Duration.ofSeconds(1);

    /// After the first failure of a host; doubled with every further one.
    static final Duration FIRST_REST = Duration.ofMinutes(1);

    static final Duration LONGEST_REST = Duration.ofHours(1);

    /// A broken link is looked at sooner than one that works, the more rarely the longer it has been broken.
    static final Duration BROKEN = Duration.ofDays(1);

    /// Pauses while nothing can be concluded; the last one goes on.
    static final List<Duration> UNDECIDED = List.of(
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofDays(1));

    /// No host may send us away for longer.
    static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(7);

    private static final Set<String> HOST_TROUBLE = Set.of(
            "connect-refused",
            "connect-timeout",
            "dns-temporary",
            "read-timeout",
            "reset",
            "status-429",
            "status-502",
            "status-503",
            "status-504",
            "timeout",
            "total-timeout");

    /// How a host stands with us.
    ///
    /// @param freeAt   when it may be asked again
    /// @param failures how often in a row it did not answer as a host should
    record Host(Instant freeAt, int failures) {

        static final Host NEW = new Host(Instant.EPOCH, 0);
    }

    /// The host after an observation of one of its links.
    ///
    /// @param delay the pause its robots.txt asks for
    Host after(Host before, LinkProbe probe, Optional<Duration> delay) {
        int failures = HOST_TROUBLE.contains(probe.reason()) ? before.failures() + 1 : 0;
        return after(failures, probe.at(), delay, retryAfter(probe));
    }

    /// The host after it did not let us read its robots.txt.
    Host afterNotNow(Host before, Instant now, Optional<Instant> retryAfter) {
        return after(before.failures() + 1, now, Optional.empty(), retryAfter.map(wanted -> atMost(wanted, now)));
    }

    /// The host after a request that went well.
    Host afterAnswer(Instant now, Optional<Duration> delay) {
        return after(0, now, delay, Optional.empty());
    }

    private Host after(int failures, Instant now, Optional<Duration> delay, Optional<Instant> retryAfter) {
        var pause = failures == 0 ? upTo(delay.orElse(GAP), 0.5) : rest(failures);
        var free = now.plus(pause);
        return new Host(
                retryAfter.filter(wanted -> wanted.isAfter(free)).orElse(free), failures);
    }

    /// Between half and all of the doubled rest.
    private Duration rest(int failures) {
        var whole = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, 20));
        var capped = Collections.min(List.of(whole, LONGEST_REST));
        return upTo(capped.dividedBy(2), 1);
    }

    /// When a link is asked again.
    ///
    /// @param since     since when it has its verdict
    /// @param undecided how often in a row nothing could be concluded, this time included
    Instant nextCheck(LinkProbe probe, Instant since, int undecided) {
        var now = probe.at();
        var pause =
                switch (probe.verdict()) {
                    case OK -> interval;
                    case BROKEN -> {
                        var longer = Collections.max(List.of(BROKEN, Duration.between(since, now)));
                        yield Collections.min(List.of(longer, interval));
                    }
                    case UNDECIDED -> UNDECIDED.get(Math.clamp(undecided - 1L, 0, UNDECIDED.size() - 1));
                };
        var due = now.plus(upTo(pause, 0.1));
        return retryAfter(probe).filter(wanted -> wanted.isAfter(due)).orElse(due);
    }

    private static Optional<Instant> retryAfter(LinkProbe probe) {
        return Optional.of(probe)
                .filter(each -> each.verdict() == LinkVerdict.UNDECIDED)
                .map(each -> each.headers().get("retry-after"))
                .flatMap(value -> RetryAfter.read(value, probe.at()))
                .map(wanted -> atMost(wanted, probe.at()));
    }

    private static Instant atMost(Instant wanted, Instant now) {
        return Collections.min(List.of(wanted, now.plus(LONGEST_RETRY_AFTER)));
    }

    /// The pause, and up to this share of it more.
    private Duration upTo(Duration pause, double share) {
        return pause.plusMillis((long) (pause.toMillis() * share * chance.nextDouble()));
    }
}
