package tw.touchstone.catalog.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.catalog.CatalogTests;
import tw.touchstone.catalog.PublishedFiles;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Sha256;
import tw.touchstone.store.DatasetState;

/// A process that ends between the commit of a fix and the note of it takes nobody the undo.
@Timeout(180)
class KilledFixIT {

    @TempDir
    private Path home;

    @Test
    void aFixThatWasPublishedIsCompletedAtTheNextStartAndCanBeUndone() throws Exception {
        killAfter("fix-applied");

        try (var catalog = CatalogTests.open(home)) {
            var fix = catalog.mending().applied(MendingProcess.DATASET).getFirst();
            assertThat(catalog.store().state(MendingProcess.DATASET)).isEqualTo(new DatasetState.Published(fix.to()));
            assertThat(fix.kind()).isEqualTo(FixKind.TRANSCODE);
            var mended = catalog.store().dataset(MendingProcess.DATASET).orElseThrow();
            assertThat(catalog.mending().isUndoable(fix, mended)).isTrue();

            assertThat(catalog.mending().undo(MendingProcess.DATASET, fix.number(), CatalogTests.EDITOR))
                    .isInstanceOf(FixUndoing.Done.class);
            assertThat(checksum(catalog.store().dataset(MendingProcess.DATASET).orElseThrow()))
                    .isEqualTo(Sha256.of(PublishedFiles.BIG5));
        }
    }

    @Test
    void anUndoingThatWasPublishedIsCompletedAtTheNextStart() throws Exception {
        killAfter("fix-undone");

        try (var catalog = CatalogTests.open(home)) {
            var fix = catalog.mending().applied(MendingProcess.DATASET).getFirst();
            assertThat(fix.undone()).hasValueSatisfying(undone -> {
                assertThat(undone.by()).isEqualTo(CatalogTests.EDITOR.name());
                assertThat(catalog.store().state(MendingProcess.DATASET)).isEqualTo(new DatasetState.Published(undone.to()));
            });
            assertThat(catalog.mending().undo(MendingProcess.DATASET, fix.number(), CatalogTests.EDITOR))
                    .isInstanceOf(FixUndoing.Already.class);
        }
    }

    @Test
    void aFixThatWasNotPublishedIsDroppedAtTheNextStart() throws Exception {
        killAfter("fix-applied");
        try (var sql = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("touchstone.sqlite"));
                var statement = sql.createStatement()) {
            // As if the commit had not been made: what is published is not what the row awaits.
            statement.execute("update applied_fix set state_after = state_before");
        }

        try (var catalog = CatalogTests.open(home)) {
            assertThat(catalog.mending().applied(MendingProcess.DATASET)).isEmpty();
        }
        try (var sql = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("touchstone.sqlite"));
                var statement = sql.createStatement();
                var rows = statement.executeQuery("select count(*) from applied_fix")) {
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static Sha256 checksum(Dataset dataset) {
        return dataset.distributions().getFirst().checksum().orElseThrow();
    }

    private void killAfter(String action) throws IOException, InterruptedException, SQLException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MendingProcess.class.getName(),
                        home.toString(),
                        action)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(MendingProcess.KILLED);
        try (var sql = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("touchstone.sqlite"));
                var statement = sql.createStatement()) {
            statement.execute("drop trigger killed");
        }
    }
}
