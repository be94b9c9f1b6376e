package tw.touchstone.catalog.inspecting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/// Files that are needed for a moment.
public record Scratch(Path folder) {

    /// Does something with a file that is gone afterwards.
    public <T> T with(Function<Path, T> use) {
        try {
            var file = Files.createTempFile(folder, "inspect-", ".tmp");
            try {
                return use.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
