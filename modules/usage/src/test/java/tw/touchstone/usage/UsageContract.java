package tw.touchstone.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.touchstone.usage.Events.AIR;
import static tw.touchstone.usage.Events.AIR_CSV;
import static tw.touchstone.usage.Events.AIR_JSON;
import static tw.touchstone.usage.Events.ANNA;
import static tw.touchstone.usage.Events.BEN;
import static tw.touchstone.usage.Events.BUS;
import static tw.touchstone.usage.Events.NOON;
import static tw.touchstone.usage.Events.by;
import static tw.touchstone.usage.Events.download;
import static tw.touchstone.usage.Events.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.touchstone.model.DatasetId;
import tw.touchstone.usage.DayCounts.Day;

/// What every engine of [Usage] must count.
abstract class UsageContract {

    static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    Usage usage;

    /// Opens the engine under test, or opens it again, under a clock.
    abstract Usage open(Clock clock);

    @BeforeEach
    void openTheUsage() {
        usage = open(Events.at(NOON));
    }

    @AfterEach
    void closeTheUsage() {
        usage.close();
    }

    void reopen() {
        usage.close();
        usage = open(Events.at(NOON));
    }

    @Test
    void countsViewsAndDownloadsPerDatasetDistributionAndCatalogueAcrossARestart() {
        usage.count(view(NOON, AIR, ANNA));
        usage.count(download(NOON, AIR_CSV, ANNA));
        usage.count(download(NOON, AIR_JSON, ANNA));
        usage.count(view(NOON, BUS, BEN));

        for (int run = 0; run < 3; run++) {
            assertThat(usage.totals(AIR)).isEqualTo(new Totals(1, 2, 1, 2, 1, 2, 0, 0, 0, 0));
            assertThat(usage.totals(AIR_CSV)).isEqualTo(new Totals(0, 1, 0, 1, 0, 1, 0, 0, 0, 0));
            assertThat(usage.catalogue()).isEqualTo(new Totals(2, 2, 2, 2, 2, 2, 0, 0, 0, 0));
            assertThat(usage.totals(new DatasetId("none"))).isEqualTo(Totals.NONE);
            var all = new HashMap<DatasetId, Totals>();
            usage.forEachTotal(all::put);
            assertThat(all).containsOnlyKeys(AIR, BUS).containsEntry(AIR, usage.totals(AIR));
            reopen();
        }
    }

    @Test
    void countsADoubleClickOfThirtySecondsOnceAndALaterOneAgain() {
        usage.count(download(NOON, AIR_CSV, ANNA));
        usage.count(download(NOON.plusMillis(30_000), AIR_CSV, ANNA));
        assertThat(usage.totals(AIR_CSV).downloads()).isEqualTo(1);

        usage.count(download(NOON.plusMillis(60_001), AIR_CSV, ANNA));
        assertThat(usage.totals(AIR_CSV).downloads()).isEqualTo(2);
    }

    @Test
    void countsALongBurstOnce() {
        for (int second = 0; second < 600; second += 20) {
            usage.count(download(NOON.plusSeconds(second), AIR_CSV, ANNA));
        }

        assertThat(usage.totals(AIR_CSV).downloads()).isEqualTo(1);
    }

    @Test
    void takesOtherVisitorsKindsAndDistributionsForNoDoubleClick() {
        usage.count(download(NOON, AIR_CSV, ANNA));
        usage.count(download(NOON, AIR_CSV, BEN));
        usage.count(download(NOON, AIR_JSON, ANNA));
        usage.count(view(NOON, AIR, ANNA));

        assertThat(usage.totals(AIR)).isEqualTo(new Totals(1, 3, 1, 3, 1, 3, 0, 0, 0, 0));
    }

    @Test
    void neverTakesAVisitorWithoutAKeyForADoubleClick() {
        usage.count(download(NOON, AIR_CSV, VisitorKeys.NONE));
        usage.count(download(NOON, AIR_CSV, VisitorKeys.NONE));

        assertThat(usage.totals(AIR_CSV).downloads()).isEqualTo(2);
    }

    @Test
    void knowsADoubleClickAcrossARestart() {
        usage.count(download(NOON, AIR_CSV, ANNA));
        reopen();
        usage.count(download(NOON.plusSeconds(10), AIR_CSV, ANNA));
        reopen();
        usage.count(download(NOON.plusSeconds(20), AIR_CSV, ANNA));

        assertThat(usage.totals(AIR_CSV).downloads()).isEqualTo(1);
    }

    @Test
    void keepsRobotsApartAndMachinesIn() {
        usage.count(by("Googlebot", download(NOON, AIR_CSV, ANNA)));
        usage.count(by("curl", download(NOON, AIR_CSV, BEN)));
        usage.count(by("Slurp", view(NOON, AIR, ANNA)));

        assertThat(usage.totals(AIR)).isEqualTo(new Totals(0, 1, 0, 1, 0, 1, 0, 1, 1, 1));
        assertThat(usage.top(Kind.VIEW, 10, TODAY)).isEmpty();
    }

    @Test
    void beginsADayAtMidnightInTaipei() {
        usage.count(view(Instant.parse("2026-11-20T15:59:59.999Z"), AIR, ANNA));
        usage.count(view(Instant.parse("2026-11-20T16:00:00Z"), AIR, BEN));

        assertThat(usage.days(AIR, TODAY.minusDays(1), TODAY))
                .isEqualTo(new DayCounts(List.of(
                        new Day(TODAY.minusDays(1), 1, 0, 0, 0, 0, 0), new Day(TODAY, 1, 0, 0, 0, 0, 0))));
        assertThat(usage.catalogueDays(TODAY, TODAY))
                .isEqualTo(new DayCounts(List.of(new Day(TODAY, 1, 0, 0, 0, 0, 0))));
    }

    @Test
    void sumsTheLastSevenAndThirtyDaysExactly() {
        for (int daysAgo : new int[] {0, 6, 7, 29, 30, 400}) {
            usage.count(download(NOON.minus(Duration.ofDays(daysAgo)), AIR_CSV, ANNA));
        }

        assertThat(usage.totals(AIR_CSV)).isEqualTo(new Totals(0, 6, 0, 4, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void keepsItsDaysInOrderWhenTheClockJumpsBack() {
        usage.count(download(NOON, AIR_CSV, ANNA));
        usage.count(download(NOON.minus(Duration.ofDays(300)), AIR_CSV, ANNA));
        usage.count(download(NOON.plus(Duration.ofDays(3000)), AIR_CSV, ANNA));
        usage.count(download(NOON.minus(Duration.ofDays(1)), AIR_CSV, ANNA));
        usage.count(download(NOON.plusSeconds(60), AIR_CSV, ANNA));
        usage.count(download(NOON.plusSeconds(59), AIR_CSV, ANNA));

        var expected = new DayCounts(List.of(
                new Day(TODAY.minusDays(300), 0, 1, 0, 0, 0, 0),
                new Day(TODAY.minusDays(1), 0, 1, 0, 0, 0, 0),
                new Day(TODAY, 0, 2, 0, 0, 0, 0),
                new Day(TODAY.plusDays(3000), 0, 1, 0, 0, 0, 0)));
        assertThat(usage.days(AIR, LocalDate.MIN, LocalDate.MAX)).isEqualTo(expected);
        reopen();
        assertThat(usage.days(AIR, LocalDate.MIN, LocalDate.MAX)).isEqualTo(expected);
        usage.recompute(Events.ROBOTS);
        assertThat(usage.days(AIR, LocalDate.MIN, LocalDate.MAX)).isEqualTo(expected);
    }

    @Test
    void listsTheMostDownloadedSinceADay() {
        var third = new DatasetId("third");
        usage.count(download(NOON.minus(Duration.ofDays(2)), AIR_CSV, ANNA));
        usage.count(download(NOON.minus(Duration.ofDays(1)), AIR_CSV, ANNA));
        usage.count(view(NOON, BUS, ANNA));
        usage.count(view(NOON, BUS, BEN));
        usage.count(view(NOON, AIR, ANNA));
        usage.count(view(NOON, third, ANNA));

        assertThat(usage.top(Kind.DOWNLOAD, 10, TODAY.minusDays(1))).isEqualTo(List.of(new DatasetTotal(AIR, 1)));
        assertThat(usage.top(Kind.VIEW, 2, TODAY))
                .isEqualTo(List.of(new DatasetTotal(BUS, 2), new DatasetTotal(AIR, 1)));
        assertThat(usage.top(Kind.VIEW, 0, TODAY)).isEmpty();
    }

    @Test
    void restatesHistoryUnderANewRobotList() {
        usage.count(by("Firefox", download(NOON, AIR_CSV, ANNA)));
        usage.count(by("Harvestron", download(NOON, AIR_CSV, BEN)));
        usage.count(by("Slurp", view(NOON, AIR, BEN)));
        assertThat(usage.totals(AIR)).isEqualTo(new Totals(0, 2, 0, 2, 0, 2, 0, 1, 1, 0));

        usage.recompute(new RobotList("later", Set.of("harvestron"), Set.of()));

        assertThat(usage.robotListVersion()).isEqualTo("later");
        assertThat(usage.totals(AIR)).isEqualTo(new Totals(1, 1, 1, 1, 1, 1, 1, 0, 0, 1));
    }

    @Test
    void countsEveryEventOfManyThreadsOnceWhileItRecomputes() throws Exception {
        try (var threads = Executors.newFixedThreadPool(9)) {
            var tasks = new java.util.ArrayList<Callable<Boolean>>(IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        for (int n = 0; n < 2000; n++) {
                            usage.count(download(NOON, AIR_CSV, "%08x%08x".formatted(thread, n)));
                        }
                        return true;
                    })
                    .toList());
            tasks.add(() -> {
                usage.recompute(Events.ROBOTS);
                return true;
            });
            for (var task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
        }

        assertThat(usage.totals(AIR_CSV).downloads()).isEqualTo(16_000);
        assertThat(usage.lost()).isZero();
        usage.recompute(Events.ROBOTS);
        assertThat(usage.totals(AIR_CSV).downloads()).isEqualTo(16_000);
    }

    @Test
    void losesAnEventAfterItsEndRatherThanADownload() {
        usage.close();

        usage.count(view(NOON, AIR, ANNA));

        assertThat(usage.lost()).isEqualTo(1);
    }
}
