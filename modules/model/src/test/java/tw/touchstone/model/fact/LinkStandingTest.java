package tw.touchstone.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.LinkProbe.Hop;
import tw.touchstone.model.fact.LinkStanding.Decided;
import tw.touchstone.model.fact.LinkStanding.Undecided;

class LinkStandingTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final URI URL = URI.create("https://data.example/1.csv");

    private static LinkProbe probe(int day, LinkVerdict verdict, String reason, String... headers) {
        var kept = new TreeMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            kept.put(headers[i], headers[i + 1]);
        }
        return new LinkProbe(
                day(day),
                URL,
                List.of(new Hop(URL, Optional.of(200), Optional.of("192.0.2." + day), day, Optional.empty(), Optional.empty())),
                verdict,
                reason,
                kept,
                Optional.of(Sha256.of(new byte[] {(byte) day})),
                Optional.of((long) day),
                false);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static LinkProbe ok(int day, String... headers) {
        return probe(day, LinkVerdict.OK, "answered", headers);
    }

    private static LinkProbe busy(int day, String reason) {
        return probe(day, LinkVerdict.UNDECIDED, reason);
    }

    /// The standing after these observations, each a day apart or more.
    private static LinkStanding after(LinkProbe first, LinkProbe... more) {
        var standing = LinkStanding.of(first);
        var decided = Optional.of(first.at()).filter(_ -> first.verdict() != LinkVerdict.UNDECIDED);
        for (var probe : more) {
            standing = standing.after(probe, decided);
            if (probe.verdict() != LinkVerdict.UNDECIDED) {
                decided = Optional.of(probe.at());
            }
        }
        return standing;
    }

    @Test
    void staysTheSameWhileObservationsSayTheSame() {
        assertThat(after(ok(1), ok(2), ok(9))).isEqualTo(LinkStanding.of(ok(1)));
        assertThat(after(ok(1), ok(3), busy(4, "timeout"), busy(5, "status-503")))
                .isEqualTo(after(ok(1), ok(3), busy(4, "timeout")));
    }

    @Test
    void anUndecidedObservationKeepsTheVerdictAndSaysWhenItWasLastObserved() {
        assertThat(after(ok(1), ok(3), busy(4, "timeout")))
                .isEqualTo(new LinkStanding(
                        Optional.of(new Decided(day(1), ok(1))),
                        Optional.of(new Undecided(Optional.of(day(3)), busy(4, "timeout")))));
    }

    @Test
    void theSameVerdictAfterAnUndecidedSpanIsNoNewOne() {
        assertThat(after(ok(1), busy(2, "timeout"), ok(3))).isEqualTo(LinkStanding.of(ok(1)));
    }

    @Test
    void anotherVerdictOrReasonBeginsAnew() {
        var gone = probe(2, LinkVerdict.BROKEN, "status-404");
        var removed = probe(3, LinkVerdict.BROKEN, "status-410");
        assertThat(after(ok(1), gone)).isEqualTo(LinkStanding.of(gone));
        assertThat(after(ok(1), gone, removed)).isEqualTo(LinkStanding.of(removed));
    }

    @Test
    void anotherTellingHeaderRenewsTheProbeAndNotTheDate() {
        var typed = ok(2, "content-type", "text/html");
        assertThat(after(ok(1, "content-type", "text/csv"), typed))
                .isEqualTo(new LinkStanding(Optional.of(new Decided(day(1), typed)), Optional.empty()));
    }

    @Test
    void whatVariesFromOneRequestToTheNextRenewsNothing() {
        var first = ok(1, "etag", "\"a\"", "content-length", "5", "server", "a");
        assertThat(after(first, ok(2, "etag", "\"b\"", "content-length", "6", "server", "b")))
                .isEqualTo(LinkStanding.of(first));
    }

    @Test
    void aLinkThatWasNeverDecidedHasNoVerdict() {
        assertThat(after(busy(1, "timeout"), busy(2, "status-429")))
                .isEqualTo(new LinkStanding(
                        Optional.empty(), Optional.of(new Undecided(Optional.empty(), busy(1, "timeout")))));
    }

    @Test
    void anotherAddressBeginsAnew() {
        var moved = LinkProbe.bodiless(
                day(2), URI.create("https://data.example/2.csv"), List.of(), LinkVerdict.UNDECIDED, "timeout");
        assertThat(after(ok(1), moved)).isEqualTo(LinkStanding.of(moved));
    }

    @Test
    void aNewCertificateRenewsTheProbe() {
        var first = certified(1, day(60));
        assertThat(after(first, certified(2, day(60))).probe()).isEqualTo(first);
        assertThat(after(first, certified(2, day(90))).probe()).isEqualTo(certified(2, day(90)));
    }

    private static LinkProbe certified(int day, Instant expiry) {
        var certificate = new ServerCertificate("CN=data.example", "CN=Root", expiry);
        var hop = new Hop(URL, Optional.of(404), Optional.empty(), day, Optional.empty(), Optional.of(certificate));
        return LinkProbe.bodiless(day(day), URL, List.of(hop), LinkVerdict.BROKEN, "status-404");
    }
}
