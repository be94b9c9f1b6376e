package tw.touchstone.catalog.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.mail.MailSettings;
import tw.touchstone.catalog.mail.Outbox;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.LangText;

class NoticesIT {

    @TempDir
    private Path folder;

    /// 06:30 in Taipei.
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T22:30:00Z"));

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Catalog catalog;
    private Database database;
    private Outbox outbox;
    private JobQueue jobs;
    private DailyDigest digest;

    @BeforeEach
    void open() {
        mail.start();
        catalog = CatalogTests.open(folder.resolve("home"), clock);
        database = Database.open(folder.resolve("home").resolve("touchstone.sqlite"));
        jobs = new JobQueue(database, clock);
        var settings = new MailSettings(
                "127.0.0.1", mail.getSmtp().getPort(), false, Optional.empty(), "touchstone@example.tw", Duration.ofSeconds(5));
        outbox = new Outbox(database, jobs, Optional.of(settings), clock);
        digest = new DailyDigest(database, catalog.members().accounts(), outbox, URI.create("https://data.example.tw/"), clock);
    }

    @AfterEach
    void close() {
        database.close();
        catalog.close();
        mail.stop();
    }

    @Test
    void listsTheNewestFirstUntilTheyAreRead() {
        var mei = member("mei");
        var other = member("other");
        post(List.of(mei, other), "第一則");
        clock.pass(Duration.ofMinutes(1));
        post(List.of(mei), "第二則");

        var listed = catalog.members().notices().of(mei, 10);
        assertThat(listed).extracting(notice -> notice.title().best(LangText.ZH)).containsExactly("第二則", "第一則");
        assertThat(catalog.members().notices().unread(mei)).isEqualTo(2);
        assertThat(catalog.members().notices().markRead(other, listed.getFirst().id())).as("of somebody else").isFalse();
        assertThat(catalog.members().notices().markRead(mei, listed.getFirst().id())).isTrue();
        assertThat(catalog.members().notices().unread(mei)).isEqualTo(1);
        catalog.members().notices().markAllRead(mei);
        assertThat(catalog.members().notices().of(mei, 10)).allMatch(Notice::read);
        assertThat(catalog.members().notices().unread(other)).isEqualTo(1);
    }

    @Test
    void sendsOneMessageADayWithWhatIsNewAndUnread() throws Exception {
        var mei = member("mei");
        activate(mei);
        post(List.of(mei), "標章掉了");
        post(List.of(mei), "已讀的");
        catalog.members().notices().markRead(mei, catalog.members().notices().of(mei, 10).stream()
                .filter(notice -> notice.title().best(LangText.ZH).equals("已讀的"))
                .findFirst()
                .orElseThrow()
                .id());

        assertThat(digest.sendIfDue()).as("before seven").isZero();
        clock.pass(Duration.ofMinutes(30));
        assertThat(digest.sendIfDue()).as("at seven").isEqualTo(1);
        assertThat(digest.sendIfDue()).as("once a day").isZero();
        deliver();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        var parts = (Multipart) mail.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(0).getContent())
                .asString()
                .contains("標章掉了", "Label lost", "https://data.example.tw/account/notices")
                .doesNotContain("已讀的");

        clock.pass(Duration.ofDays(1));
        assertThat(digest.sendIfDue()).as("nothing new: told once, though not read").isZero();
        post(List.of(mei), "新的");
        clock.pass(Duration.ofDays(1));
        assertThat(digest.sendIfDue()).isEqualTo(1);
    }

    private void deliver() {
        for (var job = jobs.claim(List.of(Outbox.JOB)); job.isPresent(); job = jobs.claim(List.of(Outbox.JOB))) {
            outbox.deliver(job.get().subject());
            jobs.done(job.get());
        }
    }

    private void post(List<Account> accounts, String title) {
        catalog.members().notices().post(accounts, "label", LangText.of(title, "Label lost"), LangText.NONE, "/datasets/1");
    }

    private Account member(String name) {
        return catalog.members().accounts()
                .invite(name, name, name + "@example.tw", List.of(Grant.of(Role.EDITOR, new AgencyId("moda"))))
                .orElseThrow();
    }

    private void activate(Account account) {
        catalog.members().accounts().changePassword(account.name(), "hash");
    }
}
