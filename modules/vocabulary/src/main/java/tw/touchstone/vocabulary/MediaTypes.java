package tw.touchstone.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the registered media types of `vocab/media-types.txt`.
final class MediaTypes {

    private static final String FILE = "media-types.txt";

    private MediaTypes() {}

    static List<String> load() {
        try (var stream = MediaTypes.class.getResourceAsStream("/vocab/" + FILE)) {
            if (stream == null) {
                throw new VocabularyException(FILE, "the file is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
