package tw.touchstone.catalog.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.sql.Database;

class AuditLogIT {

    @TempDir
    private Path folder;

    @Test
    void numbersWithoutGapsAndChainsWhatArrivesAtOnce() throws InterruptedException {
        try (var database = Database.open(file())) {
            var log = new AuditLog(database, Clock.systemUTC());
            try (var threads = Executors.newFixedThreadPool(8)) {
                threads.invokeAll(IntStream.range(0, 200)
                        .mapToObj(number -> Executors.callable(
                                () -> log.record("editor", AuditAction.SIGNED_IN, "s" + number, "", "192.0.2.1")))
                        .toList());
            }
            var entries = new ArrayList<AuditEntry>();
            log.forEach(entries::add);

            assertThat(entries).hasSize(200);
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i).number()).isEqualTo(i + 1);
                assertThat(entries.get(i).previous()).isEqualTo(i == 0 ? "" : entries.get(i - 1).digest());
            }
            assertThat(log.firstBroken()).isEmpty();
            assertThat(log.entries(0, 3, "")).extracting(AuditEntry::number).containsExactly(200L, 199L, 198L);
            assertThat(log.entries(199, 2, "editor")).extracting(AuditEntry::number).containsExactly(198L, 197L);
            assertThat(log.entries(0, 3, "nobody")).isEmpty();
        }
    }

    @Test
    void refusesEveryChangeAndNoticesOneMadeBehindItsBack() throws SQLException {
        try (var database = Database.open(file())) {
            var log = new AuditLog(database, Clock.systemUTC());
            log.record("boss", AuditAction.ROLE_GIVEN, "editor", "ADMINISTRATOR", "");
            log.record("boss", AuditAction.ROLE_TAKEN, "editor", "ADMINISTRATOR", "");
            log.record("boss", AuditAction.SIGNED_OUT, "", "", "");
            assertThatThrownBy(() -> database.change(sql -> sql.execute("update audit_entry set actor = 'x'")))
                    .hasStackTraceContaining("append-only");
            assertThatThrownBy(() -> database.change(sql -> sql.execute("delete from audit_entry")))
                    .hasStackTraceContaining("append-only");
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("drop trigger audit_entry_stays");
            statement.execute("update audit_entry set subject = 'somebody else' where number = 2");
        }
        try (var database = Database.open(file())) {
            assertThat(new AuditLog(database, Clock.systemUTC()).firstBroken()).contains(2L);
        }
    }

    @Test
    void cutsWhatIsTooLongBetweenCharacters() {
        try (var database = Database.open(file())) {
            var log = new AuditLog(database, Clock.systemUTC());
            log.record("a", AuditAction.WITHDRAWN, "id", "🦉".repeat(501), "");
            assertThat(log.entries(0, 1, "").getFirst().detail()).isEqualTo("🦉".repeat(500));
        }
    }

    private Path file() {
        return folder.resolve("test.sqlite");
    }
}
