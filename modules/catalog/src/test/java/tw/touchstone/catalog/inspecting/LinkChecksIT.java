package tw.touchstone.catalog.inspecting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.archive.Archive;
import tw.touchstone.archive.DirectoryArchive;
import tw.touchstone.catalog.jobs.Job;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.fetch.FetchLimits;
import tw.touchstone.fetch.FetchSettings;
import tw.touchstone.fetch.Fetcher;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.link.LinkInspector;
import tw.touchstone.inspection.link.RobotsReader;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.SourceRef;
import tw.touchstone.model.fact.LinkProbe;
import tw.touchstone.model.fact.LinkVerdict;

/// The schedule with a clock that is moved by hand and a server that notes who asked for what; `*.example` is this
/// machine, everything else does not exist.
@Timeout(60)
class LinkChecksIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path home;

    private final MovableClock clock = new MovableClock(START);
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<DatasetId, Dataset> published = new HashMap<>();
    private final List<DatasetId> observed = new ArrayList<>();
    private HttpServer server;
    private Database database;
    private Archive archive;
    private Fetcher fetcher;
    private JobQueue jobs;
    private LinkHistory history;
    private LinkChecks checks;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "") + path);
            var answer = answers.getOrDefault(path, path.equals("/robots.txt") ? "404 none" : "200 a,b\n1,2\n");
            var bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            if (answer.startsWith("503") || answer.startsWith("429")) {
                exchange.getResponseHeaders().set("Retry-After", "7200");
            }
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        open(LinkChecking.ALL);
    }

    private void open(LinkChecking which) {
        database = Database.open(home.resolve("touchstone.sqlite"));
        archive = DirectoryArchive.open(home.resolve("archive"));
        jobs = new JobQueue(database, clock);
        history = new LinkHistory(database, archive);
        fetcher = new Fetcher(FetchSettings.of("Touchstone/test")
                .loopback(true)
                .timedBy(() -> 0)
                .resolvingBy(host -> {
                    if (!host.endsWith(".example")) {
                        throw new UnknownHostException(host);
                    }
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                }));
        checks = new LinkChecks(
                database,
                history,
                new FactsIndex(database, archive),
                new LinkInspector(fetcher, new Inspector(), FetchLimits.STANDARD, clock),
                new RobotsReader(fetcher, clock),
                jobs,
                new Scratch(home),
                Iris.LOCAL,
                new LinkSettings(which, Duration.ofDays(7), 1, true, Optional.empty()),
                id -> Optional.ofNullable(published.get(id)),
                observed::add,
                new Random(1),
                clock);
        jobs.recover();
        checks.resume();
    }

    private void closeHome() throws Exception {
        fetcher.close();
        database.close();
        archive.close();
    }

    @AfterEach
    void stop() throws Exception {
        closeHome();
        server.stop(0);
    }

    private Dataset dataset(String id, String... urls) {
        var dataset = new DatasetId(id);
        var distributions = new ArrayList<Distribution>();
        for (int i = 0; i < urls.length; i++) {
            var url = urls[i].replace(".example/", ".example:" + server.getAddress().getPort() + "/");
            distributions.add(Distribution.of(new DistributionId(dataset, i + 1))
                    .downloadUrl(Optional.of(URI.create(url)))
                    .format(Optional.of(FileFormat.CSV))
                    .build());
        }
        var built = Dataset.of(dataset, new SourceRef(SourceRef.NATIONAL, id), LangText.of("題", "Title"))
                .distributions(distributions)
                .build();
        published.put(dataset, built);
        return built;
    }

    /// Does every job that is due now.
    private int runDue() {
        int done = 0;
        for (var job = claim(); job.isPresent(); job = claim()) {
            checks.check(job.get().subject());
            jobs.done(job.get());
            done++;
        }
        return done;
    }

    private Optional<Job> claim() {
        return jobs.claim(Set.of(LinkChecks.JOB));
    }

    /// Lets time pass in small steps and does what falls due.
    private void run(Duration span) {
        var end = clock.instant().plus(span);
        runDue();
        while (clock.instant().isBefore(end)) {
            clock.move(Duration.ofMillis(500));
            runDue();
        }
    }

    private List<String> verdicts(String id, int number) {
        return history.observations(new DistributionId(new DatasetId(id), number)).stream()
                .map(probe -> probe.verdict() + " " + probe.reason())
                .toList();
    }

    @Test
    void oneHostIsAskedOneRequestAtATimeWithAGapAndOthersMeanwhile() {
        checks.enrol(List.of(dataset("1", "http://a.example/1", "http://a.example/2"), dataset("2", "http://b.example/1")));

        assertThat(runDue()).isEqualTo(2);
        assertThat(asked).containsExactlyInAnyOrder("a.example/robots.txt", "b.example/robots.txt");
        assertThat(runDue()).as("nothing is due before the gap is over").isZero();
        clock.move(Politeness.GAP.multipliedBy(2));
        assertThat(runDue()).isEqualTo(2);
        assertThat(asked.subList(2, 4)).containsExactlyInAnyOrder("a.example/1", "b.example/1");
        clock.move(Politeness.GAP.multipliedBy(2));
        assertThat(runDue()).isEqualTo(1);
        assertThat(asked.getLast()).isEqualTo("a.example/2");
        assertThat(observed).containsExactlyInAnyOrder(new DatasetId("1"), new DatasetId("1"), new DatasetId("2"));
    }

    @Test
    void linksAreAskedAgainAfterTheIntervalAndARestartGoesOn() throws Exception {
        checks.enrol(List.of(dataset("1", "http://a.example/1")));
        run(Duration.ofSeconds(5));
        assertThat(verdicts("1", 1)).containsExactly("OK answered");

        closeHome();
        open(LinkChecking.ALL);
        clock.move(Duration.ofDays(6));
        assertThat(runDue()).isZero();
        clock.move(Duration.ofDays(2));
        run(Duration.ofSeconds(5));

        assertThat(asked).containsExactly("a.example/robots.txt", "a.example/1", "a.example/robots.txt", "a.example/1");
        assertThat(verdicts("1", 1)).containsExactly("OK answered", "OK answered");
        assertThat(observed).as("the second answer says nothing new").hasSize(1);
    }

    @Test
    void aJobThatWasUnderWayWhenTheProcessDiedIsDoneAfterARestart() throws Exception {
        checks.enrol(List.of(dataset("1", "http://a.example/1")));
        assertThat(claim()).isPresent();
        closeHome();
        open(LinkChecking.ALL);
        run(Duration.ofSeconds(5));
        assertThat(verdicts("1", 1)).containsExactly("OK answered");
    }

    @Test
    void aHostThatIsBusyIsLeftAloneAsLongAsItAsksFor() {
        answers.put("/1", "429 slow down");
        checks.request(dataset("1", "http://a.example/1", "http://a.example/2"));
        runDue();
        assertThat(asked).containsExactly("a.example/1");

        run(Duration.ofSeconds(10));
        clock.moveTo(START.plus(Duration.ofHours(2)).minusSeconds(1));
        assertThat(runDue()).isZero();
        answers.clear();
        clock.move(Duration.ofSeconds(2));
        run(Duration.ofSeconds(5));

        assertThat(asked.subList(1, asked.size())).contains("a.example/1", "a.example/2");
        assertThat(verdicts("1", 1)).containsExactly("OK answered", "UNDECIDED status-429");
        assertThat(verdicts("1", 2)).containsExactly("OK answered");
    }

    @Test
    void whatRobotsTxtForbidsIsNotAskedOnScheduleAndOnceForAPerson() {
        answers.put("/robots.txt", "200 User-agent: *\nDisallow: /private/\n");
        var dataset = dataset("1", "http://a.example/private/1", "http://a.example/open");
        checks.request(dataset);
        assertThat(checks.pending(dataset.id())).isTrue();
        run(Duration.ofSeconds(10));
        assertThat(asked).containsExactlyInAnyOrder("a.example/private/1", "a.example/open");
        assertThat(checks.pending(dataset.id())).isFalse();

        asked.clear();
        clock.move(Duration.ofDays(8));
        run(Duration.ofSeconds(10));
        assertThat(asked).containsExactly("a.example/robots.txt", "a.example/open");
        assertThat(verdicts("1", 1)).containsExactly("UNDECIDED robots-disallowed", "OK answered");
        assertThat(verdicts("1", 2)).containsExactly("OK answered", "OK answered");
    }

    @Test
    void robotsTxtIsReadOnceADayAndItsDelayIsKept() {
        answers.put("/robots.txt", "200 User-agent: *\nCrawl-delay: 60\nDisallow: /x\n");
        checks.enrol(List.of(dataset("1", "http://a.example/1", "http://a.example/2")));
        runDue();
        run(Duration.ofSeconds(59));
        assertThat(asked).containsExactly("a.example/robots.txt");
        run(Duration.ofSeconds(31));
        assertThat(asked).containsExactly("a.example/robots.txt", "a.example/1");
        run(Duration.ofSeconds(91));
        assertThat(asked).containsExactly("a.example/robots.txt", "a.example/1", "a.example/2");
    }

    @Test
    void aHostThatCannotSayIsNotAskedForNow() {
        answers.put("/robots.txt", "503 trouble");
        checks.enrol(List.of(dataset("1", "http://a.example/1")));
        run(Duration.ofMinutes(3));
        assertThat(asked).containsExactly("a.example/robots.txt");

        clock.moveTo(START.plus(Duration.ofHours(3)));
        answers.clear();
        run(Duration.ofMinutes(1));
        assertThat(asked).containsExactly("a.example/robots.txt", "a.example/robots.txt", "a.example/1");
        assertThat(verdicts("1", 1)).containsExactly("OK answered");
    }

    @Test
    void aHostThatDoesNotExistBreaksTheLinkWithoutARobotsTxt() {
        checks.enrol(List.of(dataset("1", "http://nowhere.invalid/1")));
        run(Duration.ofSeconds(1));
        var probe = history.observations(new DistributionId(new DatasetId("1"), 1)).getFirst();
        assertThat(probe)
                .isEqualTo(LinkProbe.bodiless(
                        START,
                        URI.create("http://nowhere.invalid/1"),
                        List.of(LinkProbe.Hop.unanswered(URI.create("http://nowhere.invalid/robots.txt"), 0)),
                        LinkVerdict.BROKEN,
                        "dns"));
    }

    @Test
    void addressesThatNobodyCanBeAskedForAreBrokenAtOnce() {
        checks.enrol(List.of(dataset("1", "ftp://a.other/1", "mailto:me@a.other", "http:///x")));
        run(Duration.ofSeconds(10));
        assertThat(verdicts("1", 1)).containsExactly("BROKEN scheme");
        assertThat(verdicts("1", 2)).containsExactly("BROKEN scheme");
        assertThat(verdicts("1", 3)).containsExactly("BROKEN bad-address");
    }

    @Test
    void aLinkThatIsNoLongerPublishedIsNotAsked() {
        checks.enrol(List.of(dataset("1", "http://a.example/1"), dataset("2", "http://a.example/2")));
        published.remove(new DatasetId("1"));
        dataset("2", "http://a.example/moved");
        run(Duration.ofSeconds(10));
        assertThat(asked).isEmpty();
        checks.enrol(List.of(dataset("2", "http://a.example/moved")));
        run(Duration.ofSeconds(10));
        assertThat(asked).containsExactly("a.example/robots.txt", "a.example/moved");
    }

    @Test
    void importedLinksWaitWhileOnlyRegisteredOnesAreWanted() throws Exception {
        checks.enrol(List.of(dataset("1", "http://a.example/1")));
        closeHome();
        open(LinkChecking.REGISTERED);
        checks.request(dataset("2", "http://a.example/2"));
        run(Duration.ofSeconds(10));
        assertThat(asked).containsExactly("a.example/2");
        closeHome();
        open(LinkChecking.NONE);
        clock.move(Duration.ofDays(30));
        checks.request(dataset("3", "http://a.example/3"));
        assertThat(checks.pending(new DatasetId("3"))).isFalse();
        closeHome();
        open(LinkChecking.ALL);
        run(Duration.ofSeconds(10));
        assertThat(asked).contains("a.example/1").doesNotContain("a.example/3");
    }

    @Test
    void fiveHundredDeadLinksOfOneHostAreOneJobAndHoldNobodyUp() {
        var urls = new String[500];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = "http://dead.example:1/" + i;
        }
        checks.enrol(List.of(dataset("1", urls), dataset("2", "http://b.example/1")));
        assertThat(jobs.count("waiting")).isEqualTo(2);
        run(Duration.ofSeconds(5));
        assertThat(verdicts("2", 1)).containsExactly("OK answered");
        assertThat(jobs.count("waiting")).isEqualTo(2);
        assertThat(jobs.count("running")).isZero();
    }
}
