package tw.touchstone.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogOpening;
import tw.touchstone.catalog.CatalogSettings;
import tw.touchstone.catalog.Home;
import tw.touchstone.catalog.PublishedFiles;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.catalog.certificates.Standing;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.history.Attribution.Share;
import tw.touchstone.catalog.history.QualityHistory.Moment;
import tw.touchstone.catalog.inspecting.LinkChecking;
import tw.touchstone.catalog.inspecting.LinkSettings;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.catalog.notices.Notice;
import tw.touchstone.catalog.watching.FallNotices;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;

/// The life of a dataset whose file lies on another server, through the real job queue, with a clock moved by hand.
@Timeout(180)
class QualityHistoryIT {

    private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");
    private static final DatasetId ID = new DatasetId("far");
    private static final String POLICY = "label-114";

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock(START);
    private volatile int status = 200;
    private HttpServer server;
    private Catalog catalog;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
            exchange.getResponseHeaders().set("Content-Type", "text/csv");
            exchange.sendResponseHeaders(robots ? 404 : status, PublishedFiles.UTF_8.length);
            exchange.getResponseBody().write(PublishedFiles.UTF_8);
            exchange.close();
        });
        server.start();
        var links = new LinkSettings(LinkChecking.REGISTERED, Duration.ofDays(7), 1, true, Optional.empty());
        var settings = new CatalogSettings(new Home(home), Iris.LOCAL, 1 << 20, links, 1, Duration.ofSeconds(5));
        catalog = switch (Catalog.open(settings, clock)) {
            case CatalogOpening.Opened opened -> opened.catalog();
            case CatalogOpening not -> throw new IllegalStateException(not.toString());
        };
    }

    @AfterEach
    void stop() {
        catalog.close();
        server.stop(0);
    }

    @Test
    void everyChangeHasItsCauseAndUndecidedLinksLoseNothing() {
        var owner = account("owner", "moda");
        var other = account("other", "moi");
        var published = new PublishedFiles(catalog);
        published.register(published.draft("far", Optional.of(address())));
        await(() -> label().equals("platinum"));
        var certificate = catalog.judging().certificates().of(ID, POLICY).orElseThrow().compact();
        assertThat(catalog.judging().certificates().check(certificate)).isInstanceOf(Standing.Good.class);

        status = 503;
        clock.pass(Duration.ofDays(8));
        // The observation is there first, and then the scorecard that knows of it and of its own end.
        await(() -> catalog.judging().evaluations()
                .history()
                .current(ID, POLICY)
                .flatMap(StoredScorecard::validUntil)
                .filter(START.plus(Duration.ofDays(15))::isAfter)
                .isPresent());
        assertThat(label()).as("the last decided verdict stands").isEqualTo("platinum");
        var due = catalog.linkHistory().of(List.of(ID)).values().stream()
                .flatMap(link -> link.standing().undecided().stream())
                .flatMap(undecided -> undecided.lastDecided().stream())
                .findFirst()
                .orElseThrow()
                .plus(Duration.ofDays(14));
        assertThat(due).isBetween(START.plus(Duration.ofDays(14)), START.plus(Duration.ofDays(15)));

        clock.pass(Duration.between(clock.instant(), due).minusSeconds(1));
        catalog.timekeeper().doDue();
        assertThat(label()).as("a second before").isEqualTo("platinum");
        clock.pass(Duration.ofSeconds(1));
        catalog.timekeeper().doDue();
        assertThat(label()).isEqualTo("suspended");
        assertThat(catalog.judging().certificates().check(certificate)).isInstanceOf(Standing.Suspended.class);
        assertThat(catalog.judging().certificates().of(ID, POLICY)).as("nothing is certified meanwhile").isEmpty();
        assertThat(catalog.members().notices().of(owner, 10)).as("what is undecided is told to nobody").isEmpty();

        status = 404;
        clock.pass(Duration.ofDays(8));
        await(() -> label().equals("none-failed"));
        assertThat(catalog.judging().certificates().check(certificate)).isInstanceOf(Standing.Revoked.class);
        assertThat(catalog.members().notices().of(other, 10)).isEmpty();
        assertThat(catalog.members().notices().of(owner, 10).stream().filter(each -> each.link().endsWith("policy=" + POLICY)))
                .singleElement()
                .satisfies(QualityHistoryIT::tellsOfTheFall);

        status = 200;
        clock.pass(Duration.ofDays(8));
        await(() -> label().equals("platinum"));

        var moments = catalog.judging().history().moments(ID, POLICY);
        assertThat(moments.stream().map(each -> each.scorecard().award()))
                .containsExactly("none-unchecked", "platinum", "suspended", "none-failed", "platinum");
        assertThat(moments.stream().skip(2).map(QualityHistoryIT::causes))
                .containsExactly(List.of(Cause.CLOCK), List.of(Cause.NETWORK), List.of(Cause.NETWORK));
        // Whatever two of them one takes, what lies between them is told without a gap.
        for (int i = 0; i < moments.size(); i++) {
            for (int j = i; j < moments.size(); j++) {
                var walked = catalog.judging().history()
                        .between(
                                ID,
                                POLICY,
                                moments.get(i).scorecard().evaluatedAt(),
                                moments.get(j).scorecard().evaluatedAt())
                        .orElseThrow();
                assertThat(walked.before().award()).isEqualTo(moments.get(i).scorecard().award());
                assertThat(walked.after().award()).isEqualTo(moments.get(j).scorecard().award());
                var reached = walked.before();
                for (var share : walked.shares()) {
                    assertThat(share.from()).isEqualTo(reached);
                    reached = share.to();
                }
                assertThat(reached).isEqualTo(walked.after());
            }
        }
    }

    @Test
    void whatAnEditorDoesIsToldAsMetadataOrBytes() {
        var published = new PublishedFiles(catalog);
        published.publish("near", PublishedFiles.UTF_8);
        assertThat(published.label("near")).isEqualTo("platinum");
        clock.pass(Duration.ofDays(1));
        published.declare("near", each -> each.with().encoding(Optional.of("BIG5")).build());
        assertThat(published.label("near")).isEqualTo("silver");
        clock.pass(Duration.ofDays(1));
        published.upload("near", PublishedFiles.BIG5);
        assertThat(published.label("near")).isEqualTo("platinum");

        var moments = catalog.judging().history().moments(new DatasetId("near"), POLICY);
        assertThat(moments.stream().map(each -> each.scorecard().award())).endsWith("platinum", "silver", "platinum");
        assertThat(causes(moments.get(moments.size() - 2))).containsExactly(Cause.METADATA);
        assertThat(causes(moments.getLast())).containsExactly(Cause.BYTES);
        assertThat(catalog.judging().history().between(new DatasetId("near"), POLICY, START.minusSeconds(1), START))
                .as("there was no scorecard yet")
                .isEmpty();
    }

    private static void tellsOfTheFall(Notice notice) {
        assertThat(notice.kind()).isEqualTo(FallNotices.KIND);
        assertThat(notice.title()).isEqualTo(LangText.of("評等下降：資料集 far", "Award fell: Dataset far"));
        assertThat(notice.text().best(LangText.ZH)).endsWith("由白金降為無(品檢未過)。原因：網路。");
        assertThat(notice.text().best(LangText.EN)).endsWith("from Platinum to None (failed). Cause: network.");
        assertThat(notice.link()).isEqualTo("/datasets/far/history?policy=" + POLICY);
    }

    private static List<Cause> causes(Moment moment) {
        return moment.causes().orElseThrow().shares().stream()
                .filter(share -> !share.from().award().equals(share.to().award()))
                .map(Share::cause)
                .toList();
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/far.csv");
    }

    private String label() {
        return new PublishedFiles(catalog).label(ID.value());
    }

    private Account account(String name, String agency) {
        return catalog.members().accounts()
                .create(name, name, Role.EDITOR, Optional.of(new AgencyId(agency)), "hash")
                .orElseThrow();
    }

    /// Lets the catalogue work: hosts are left alone between two requests by the clock that stands still otherwise.
    private void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            clock.pass(Duration.ofSeconds(1));
            LockSupport.parkNanos(50_000_000);
        }
    }
}
