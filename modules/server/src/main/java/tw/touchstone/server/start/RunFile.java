package tw.touchstone.server.start;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.server.signin.OperatorToken;

/// Tells commands of the same user how to talk to this server: address and token, readable by the owner alone.
@Component
class RunFile {

    private final Path file;
    private final OperatorToken token;

    RunFile(Catalog catalog, OperatorToken token) {
        this.file = catalog.settings().home().run().resolve("server");
        this.token = token;
    }

    void write(int port) {
        try {
            var half = Files.createTempFile(
                    file.getParent(),
                    "server",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(half, List.of("http://localhost:" + port + "/", token.secret()));
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @PreDestroy
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
