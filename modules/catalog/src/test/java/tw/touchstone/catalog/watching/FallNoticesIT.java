package tw.touchstone.catalog.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.PolicyFiles;
import tw.touchstone.catalog.PublishedFiles;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.mail.MailSettings;
import tw.touchstone.catalog.mail.Outbox;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.catalog.notices.DailyDigest;
import tw.touchstone.catalog.notices.Notice;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.LangText;

class FallNoticesIT {

    @TempDir
    private Path home;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T04:00:00Z"));
    private Catalog catalog;
    private Account owner;

    @BeforeEach
    void open() {
        catalog = CatalogTests.open(home, clock);
        owner = catalog.members().accounts()
                .create("owner", "Owner", Role.EDITOR, Optional.of(new AgencyId("moda")), "hash")
                .orElseThrow();
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aFallIsToldOnceWithItsCause() {
        var published = new PublishedFiles(catalog);
        published.publish("d", PublishedFiles.UTF_8);
        assertThat(notices()).as("to begin is no fall").isEmpty();

        clock.pass(Duration.ofDays(1));
        published.declare("d", each -> each.with().encoding(Optional.of("BIG5")).build());

        assertThat(notices("label-114"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text().best(LangText.ZH)).endsWith("由白金降為銀。原因：詮釋資料。"));

        clock.pass(Duration.ofDays(1));
        catalog.judging().evaluations().reevaluate(List.of(new DatasetId("d")));
        assertThat(notices("label-114")).as("judging anew tells nothing anew").hasSize(1);
    }

    @Test
    void theFallsOfADayGoOutInOneMessage() throws Exception {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (var database = Database.open(home.resolve("touchstone.sqlite"))) {
            var jobs = new JobQueue(database, clock);
            var settings = new MailSettings(
                    "127.0.0.1", mail.getSmtp().getPort(), false, Optional.empty(), "touchstone@example.tw", Duration.ofSeconds(5));
            var outbox = new Outbox(database, jobs, Optional.of(settings), clock);
            var digest = new DailyDigest(database, catalog.members().accounts(), outbox, URI.create("https://data.example.tw/"), clock);
            var grants = List.of(Grant.of(Role.EDITOR, new AgencyId("moda")));
            assertThat(catalog.members().accounts().invite("mei", "Mei", "mei@example.tw", grants)).isPresent();
            catalog.members().accounts().changePassword("mei", "hash");
            var published = new PublishedFiles(catalog);
            for (var id : List.of("d-1", "d-2")) {
                published.publish(id, PublishedFiles.UTF_8);
                published.upload(id, PublishedFiles.PDF);
            }

            assertThat(digest.sendIfDue()).isEqualTo(1);
            assertThat(digest.sendIfDue()).as("once a day").isZero();
            deliver(jobs, outbox);
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(text(mail, 0)).contains("評等下降：資料集 d-1", "Award fell: Dataset d-2", "原因：位元組");

            // What falls later that day waits for seven o'clock of the next, and what was told is not told again.
            clock.pass(Duration.ofHours(1));
            published.publish("d-3", PublishedFiles.UTF_8);
            published.upload("d-3", PublishedFiles.PDF);
            assertThat(digest.sendIfDue()).as("still once a day").isZero();
            clock.pass(Duration.between(clock.instant(), Instant.parse("2026-03-02T22:59:59Z")));
            assertThat(digest.sendIfDue()).as("before seven in Taipei").isZero();
            clock.pass(Duration.ofSeconds(1));
            assertThat(digest.sendIfDue()).isEqualTo(1);
            deliver(jobs, outbox);
            assertThat(mail.getReceivedMessages()).hasSize(2);
            assertThat(text(mail, 1)).contains("評等下降：資料集 d-3").doesNotContain("資料集 d-1");

            // What was read in the catalogue needs no message.
            published.publish("d-4", PublishedFiles.UTF_8);
            published.upload("d-4", PublishedFiles.PDF);
            var mei = catalog.members().accounts().byName("mei").orElseThrow();
            assertThat(catalog.members().notices().unread(mei)).isPositive();
            catalog.members().notices().markAllRead(mei);
            clock.pass(Duration.ofDays(1));
            assertThat(digest.sendIfDue()).isZero();
        } finally {
            mail.stop();
        }
    }

    private static void deliver(JobQueue jobs, Outbox outbox) {
        for (var job = jobs.claim(List.of(Outbox.JOB)); job.isPresent(); job = jobs.claim(List.of(Outbox.JOB))) {
            outbox.deliver(job.get().subject());
            jobs.done(job.get());
        }
    }

    private static String text(GreenMail mail, int at) throws Exception {
        var parts = (Multipart) mail.getReceivedMessages()[at].getContent();
        return parts.getBodyPart(0).getContent().toString();
    }

    @Test
    void aRiseIsNotTold() {
        var published = new PublishedFiles(catalog);
        published.publish("d", PublishedFiles.BIG5);
        clock.pass(Duration.ofDays(1));
        published.upload("d", PublishedFiles.UTF_8);

        assertThat(published.label("d")).isEqualTo("platinum");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aSwitchThatLetsManyFallIsToldInOneNoticeForEachAgency() {
        var published = new PublishedFiles(catalog);
        for (int i = 0; i <= FallNotices.MOST; i++) {
            published.publish("d-" + i, PublishedFiles.BIG5);
        }
        clock.pass(Duration.ofDays(1));
        var stricter = PolicyFiles.text("label-114")
                .replace("\"version\": \"1\"", "\"version\": \"2\"")
                .replace("\"needs\": [\"structure\"]", "\"needs\": [\"structure\", \"encoding-match\"]")
                .replace("[\"encoding-match\", \"desc-match\", \"timely\"]", "[\"desc-match\", \"timely\"]");
        catalog.judging().policies().adopt(stricter, LocalDate.of(2026, 3, 1), 0);
        catalog.timekeeper().doDue();

        assertThat(published.label("d-0")).isEqualTo("bronze");
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo(LangText.of("21 個資料集評等下降", "The award of 21 datasets fell"));
            assertThat(notice.text().best(LangText.EN)).contains("(label-114): Dataset d-", " and others");
            assertThat(notice.link()).isEqualTo("/agencies/moda");
        });
    }

    private List<Notice> notices() {
        return catalog.members().notices().of(owner, 100);
    }

    private List<Notice> notices(String policy) {
        return notices().stream()
                .filter(each -> each.link().endsWith("policy=" + policy))
                .toList();
    }
}
