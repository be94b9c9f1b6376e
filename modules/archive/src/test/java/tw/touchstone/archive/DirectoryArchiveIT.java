package tw.touchstone.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.model.Sha256;

/// The directory engine, with what only files can suffer.
class DirectoryArchiveIT extends ArchiveContract {

    @TempDir
    Path home;

    @Override
    Archive open() {
        return DirectoryArchive.open(home);
    }

    @Test
    void givesLargeObjectsAsPlainFilesAndSmallOnesNot() throws IOException {
        var small = archive.put(noise(DirectoryArchive.LARGE - 1));
        var large = archive.put(noise(DirectoryArchive.LARGE));

        assertThat(archive.file(small)).isEmpty();
        assertThat(archive.file(large))
                .contains(home.resolve("objects", large.hex().substring(0, 2), large.hex().substring(2)));
        assertThat(Files.readAllBytes(archive.file(large).orElseThrow())).isEqualTo(noise(DirectoryArchive.LARGE));
    }

    @Test
    void removesWhatAKilledProcessLeftUnfinished() throws IOException {
        archive.close();
        Path leftover = Files.writeString(home.resolve("incoming/object123.part"), "half");

        archive = open();

        assertThat(leftover).doesNotExist();
        assertThat(named()).isEmpty();
    }

    @Test
    void leavesNoUnfinishedFileBehindAnUploadThatWasTooLarge() throws IOException {
        archive.put(new java.io.ByteArrayInputStream(noise(200_000)), 100_000);

        try (var files = Files.list(home.resolve("incoming"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void findsAFlippedByteInALargeObject() throws IOException {
        var digest = archive.put(noise(100_000));
        Path file = archive.file(digest).orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[70_000] ^= 1;
        Files.write(file, bytes);

        assertThat(archive.verify(digest)).isEqualTo(Integrity.DAMAGED);
    }

    @Test
    void healsALargeObjectThatLostItsEnd() throws IOException {
        var digest = archive.put(noise(100_000));
        Files.write(archive.file(digest).orElseThrow(), noise(10));
        assertThat(archive.verify(digest)).isEqualTo(Integrity.DAMAGED);

        archive.put(noise(100_000));

        assertThat(archive.verify(digest)).isEqualTo(Integrity.INTACT);
    }

    @Test
    void findsAFlippedByteInASmallObject() throws SQLException {
        byte[] text = "name,value\nPM2.5,17\n".repeat(50).getBytes(StandardCharsets.UTF_8);
        byte[] noise = noise(500);
        for (Sha256 digest : archive.putAll(List.of(text, noise))) {
            flipAByte(digest);
            assertThat(archive.verify(digest)).isEqualTo(Integrity.DAMAGED);
        }
    }

    private void flipAByte(Sha256 digest) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("small.sqlite"));
                var select = connection.prepareStatement("SELECT packed FROM object WHERE hex(digest) = upper(?)");
                var update = connection.prepareStatement("UPDATE object SET packed = ? WHERE hex(digest) = upper(?)")) {
            select.setString(1, digest.hex());
            byte[] packed;
            try (var rows = select.executeQuery()) {
                packed = rows.getBytes(1);
            }
            packed[packed.length / 2] ^= 0x55;
            update.setBytes(1, packed);
            update.setString(2, digest.hex());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void refusesASecondOpening() {
        assertThatThrownBy(() -> DirectoryArchive.open(home))
                .isInstanceOf(ArchiveInUse.class)
                .hasMessage("the archive %s is open in another process", home);
    }

    @Test
    void refusesAFileOfANewerVersion() throws SQLException {
        archive.close();
        Path newer = home.resolve("newer");
        try {
            Files.createDirectories(newer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + newer.resolve("small.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 9");
        }

        assertThatThrownBy(() -> DirectoryArchive.open(newer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("newer version (format 9, this one knows 2)");
    }
}
