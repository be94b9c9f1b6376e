package tw.touchstone.catalog.inspecting;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.catalog.inspecting.Politeness.GAP;
import static tw.touchstone.catalog.inspecting.Politeness.Host;
import static tw.touchstone.catalog.inspecting.Politeness.LONGEST_REST;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkVerdict;

class PolitenessTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    /// No chance in it: always the least, or always the most.
    private static Politeness politeness(double chance) {
        RandomGenerator fixed = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        };
        return new Politeness(WEEK, fixed);
    }

    private static final Politeness LEAST = politeness(0);
    private static final Politeness MOST = politeness(1);

    private static LinkProbe probe(LinkVerdict verdict, String reason, Map<String, String> headers) {
        return new LinkProbe(
                NOW,
                URI.create("https://data.example/1.csv"),
                List.of(),
                verdict,
                reason,
                new TreeMap<>(headers),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static LinkProbe ok() {
        return probe(LinkVerdict.OK, "answered", Map.of());
    }

    private static LinkProbe busy(String retryAfter) {
        return probe(LinkVerdict.UNDECIDED, "status-429", Map.of("retry-after", retryAfter));
    }

    private static LinkProbe silent() {
        return probe(LinkVerdict.UNDECIDED, "connect-timeout", Map.of());
    }

    private static Instant in(Duration pause) {
        return NOW.plus(pause);
    }

    @Test
    void leavesAGapBetweenTwoRequests() {
        assertThat(LEAST.after(Host.NEW, ok(), Optional.empty())).isEqualTo(new Host(in(GAP), 0));
        assertThat(MOST.after(Host.NEW, ok(), Optional.empty())).isEqualTo(new Host(in(Duration.ofMillis(1_500)), 0));
    }

    @Test
    void leavesThePauseThatRobotsTxtAsksFor() {
        var delay = Optional.of(Duration.ofSeconds(30));
        assertThat(LEAST.after(Host.NEW, ok(), delay)).isEqualTo(new Host(in(Duration.ofSeconds(30)), 0));
    }

    @ParameterizedTest
    @CsvSource({"0,30,60", "1,60,120", "2,120,240", "5,960,1920", "6,1800,3600", "7,1800,3600", "200,1800,3600"})
    void letsAHostInTroubleRestLongerEachTime(int before, int least, int most) {
        var host = new Host(NOW, before);
        assertThat(LEAST.after(host, silent(), Optional.empty()))
                .isEqualTo(new Host(in(Duration.ofSeconds(least)), before + 1));
        assertThat(MOST.after(host, silent(), Optional.empty()))
                .isEqualTo(new Host(in(Duration.ofSeconds(most)), before + 1));
        assertThat(Duration.ofSeconds(most)).isLessThanOrEqualTo(LONGEST_REST);
    }

    @Test
    void forgetsTheTroubleWithTheFirstAnswer() {
        var gone = probe(LinkVerdict.BROKEN, "status-404", Map.of());
        assertThat(LEAST.after(new Host(NOW, 9), gone, Optional.empty())).isEqualTo(new Host(in(GAP), 0));
    }

    @Test
    void waitsAsLongAsAHostAsksForAndNotLongerThanAWeek() {
        assertThat(LEAST.after(Host.NEW, busy("7200"), Optional.empty()))
                .isEqualTo(new Host(in(Duration.ofHours(2)), 1));
        assertThat(LEAST.after(Host.NEW, busy("Sat, 21 Nov 2026 03:00:00 GMT"), Optional.empty()))
                .isEqualTo(new Host(in(Duration.ofHours(3)), 1));
        assertThat(LEAST.after(Host.NEW, busy("1"), Optional.empty()))
                .isEqualTo(new Host(in(Duration.ofSeconds(30)), 1));
        assertThat(LEAST.after(Host.NEW, busy("99999999"), Optional.empty())).isEqualTo(new Host(in(WEEK), 1));
        assertThat(LEAST.nextCheck(busy("7200"), NOW, 1)).isEqualTo(in(Duration.ofHours(2)));
        assertThat(LEAST.nextCheck(busy("60"), NOW, 1)).isEqualTo(in(Duration.ofMinutes(15)));
        assertThat(LEAST.nextCheck(busy("99999999"), NOW, 1)).isEqualTo(in(WEEK));
    }

    @Test
    void aRetryAfterOfAnAnswerThatDecidesChangesNothing() {
        var gone = probe(LinkVerdict.BROKEN, "status-404", Map.of("retry-after", "999999"));
        assertThat(LEAST.after(Host.NEW, gone, Optional.empty())).isEqualTo(new Host(in(GAP), 0));
    }

    @Test
    void asksAgainAfterTheIntervalWhatAnswered() {
        assertThat(LEAST.nextCheck(ok(), NOW, 0)).isEqualTo(in(WEEK));
        assertThat(MOST.nextCheck(ok(), NOW, 0)).isEqualTo(in(WEEK.plus(WEEK.dividedBy(10))));
    }

    @ParameterizedTest
    @CsvSource({"1,PT15M", "2,PT1H", "3,PT4H", "4,PT12H", "5,PT24H", "6,PT24H", "1000,PT24H"})
    void asksSoonerWhatIsUndecidedAndMoreRarelyEachTime(int times, Duration pause) {
        assertThat(LEAST.nextCheck(silent(), NOW, times)).isEqualTo(in(pause));
    }

    @ParameterizedTest
    @CsvSource({"PT0S,P1D", "P1D,P1D", "P3D,P3D", "P7D,P7D", "P300D,P7D"})
    void asksMoreRarelyTheLongerALinkIsBroken(Duration broken, Duration pause) {
        var gone = probe(LinkVerdict.BROKEN, "status-404", Map.of());
        assertThat(LEAST.nextCheck(gone, NOW.minus(broken), 0)).isEqualTo(in(pause));
    }
}
