package tw.touchstone.catalog.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.SettableClock;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.sql.Database;

/// Messages handed to a real mail server, one that is down, and one that will not have them.
class OutboxIT {

    private static final Letter LETTER = Letter.of(
            "mei@example.tw",
            "試金石：測試",
            Optional.empty(),
            new Letter.Wording("zh-Hant-TW", "美玲，您好：", List.of("這是測試。")),
            new Letter.Wording("en", "Dear Mei,", List.of("This is a test.")));

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T01:00:00Z"));
    private Database database;
    private JobQueue jobs;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("test.sqlite"));
        jobs = new JobQueue(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void deliversInBothFormsAndKeepsNoTextOfWhatWasSent() throws Exception {
        var mail = started();
        try {
            mail.setUser("touchstone", "secret");
            var outbox = outbox(mail.getSmtp().getPort(), Optional.of(new MailSettings.Login("touchstone", "secret")));
            outbox.send(LETTER);
            runDueJobs(outbox);

            var message = mail.getReceivedMessages()[0];
            assertThat(message.getSubject()).isEqualTo("試金石：測試");
            assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("mei@example.tw");
            assertThat(message.getHeader("Message-ID")[0]).endsWith("@touchstone>");
            var parts = (Multipart) message.getContent();
            assertThat(parts.getBodyPart(0).getContent()).asString().contains("這是測試。", "This is a test.");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
            assertThat(parts.getBodyPart(1).getContent()).asString().contains("<p>這是測試。</p>");
            assertThat(outbox.count("sent")).isEqualTo(1);
            assertThat(database.<String>read(sql ->
                            sql.createQuery("select plain || html from mail").mapTo(String.class).one()))
                    .isEmpty();
            runDueJobs(outbox);
            assertThat(mail.getReceivedMessages()).as("once").hasSize(1);
        } finally {
            mail.stop();
        }
    }

    @Test
    void triesAgainLaterWhileTheServerIsDownAndDeliversOnceItIsUp() throws Exception {
        var port = freePort();
        var outbox = outbox(port, Optional.empty());
        outbox.send(LETTER);
        runDueJobs(outbox);
        assertThat(outbox.count("waiting")).isEqualTo(1);
        assertThat(jobs.claim(List.of(Outbox.JOB))).as("not before the pause is over").isEmpty();

        clock.pass(Duration.ofMinutes(1));
        runDueJobs(outbox);
        clock.pass(Duration.ofMinutes(1));
        assertThat(jobs.claim(List.of(Outbox.JOB))).as("the second pause is two minutes").isEmpty();

        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            clock.pass(Duration.ofMinutes(1));
            runDueJobs(outbox);
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(outbox.count("sent")).isEqualTo(1);
        } finally {
            mail.stop();
        }
    }

    @Test
    void givesUpAfterThreeDays() throws IOException {
        var outbox = outbox(freePort(), Optional.empty());
        outbox.send(LETTER);
        var begun = clock.instant();
        for (int tries = 1; tries <= Outbox.TRIES; tries++) {
            assertThat(outbox.count("failed")).isZero();
            runDueJobs(outbox);
            clock.pass(Outbox.pause(tries));
        }
        assertThat(outbox.count("failed")).isEqualTo(1);
        assertThat(Duration.between(begun, clock.instant())).isBetween(Duration.ofDays(2), Duration.ofDays(4));
    }

    @Test
    void takesNoServerThatCannotEncryptWhereThatIsAskedFor() {
        var mail = started();
        try {
            var settings = new MailSettings(
                    "127.0.0.1", mail.getSmtp().getPort(), true, Optional.empty(), "touchstone@example.tw", Duration.ofSeconds(5));
            var outbox = new Outbox(database, jobs, Optional.of(settings), clock);
            outbox.send(LETTER);
            runDueJobs(outbox);
            assertThat(mail.getReceivedMessages()).isEmpty();
            assertThat(outbox.count("waiting")).isEqualTo(1);
        } finally {
            mail.stop();
        }
    }

    @Test
    void doesNotTryAnAddressAgainThatIsNone() {
        var mail = started();
        try {
            var outbox = outbox(mail.getSmtp().getPort(), Optional.empty());
            outbox.send(new Letter("no address at all", "x", "x", "x"));
            runDueJobs(outbox);
            assertThat(outbox.count("failed")).isEqualTo(1);
        } finally {
            mail.stop();
        }
    }

    @Test
    void findsAgainWhatAKilledProcessLeft() {
        var mail = started();
        try {
            var outbox = outbox(mail.getSmtp().getPort(), Optional.empty());
            database.change(sql -> outbox.put(sql, LETTER));
            assertThat(jobs.claim(List.of(Outbox.JOB))).as("put, and the process died before it was queued").isEmpty();
            outbox.deliverSoon();
            outbox.deliverSoon();
            runDueJobs(outbox);
            assertThat(mail.getReceivedMessages()).hasSize(1);
        } finally {
            mail.stop();
        }
    }

    private void runDueJobs(Outbox outbox) {
        for (var job = jobs.claim(List.of(Outbox.JOB)); job.isPresent(); job = jobs.claim(List.of(Outbox.JOB))) {
            outbox.deliver(job.get().subject());
            jobs.done(job.get());
        }
    }

    private Outbox outbox(int port, Optional<MailSettings.Login> login) {
        return new Outbox(
                database,
                jobs,
                Optional.of(new MailSettings(
                        "127.0.0.1", port, false, login, "touchstone@example.tw", Duration.ofSeconds(5))),
                clock);
    }

    private static GreenMail started() {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
