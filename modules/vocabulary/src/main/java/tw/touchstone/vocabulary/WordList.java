package tw.touchstone.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the lists of `vocab/` that are plain text: one entry a line, `#` begins a comment line.
final class WordList {

    private WordList() {}

    static List<String> load(String file) {
        try (var stream = WordList.class.getResourceAsStream("/vocab/" + file)) {
            if (stream == null) {
                throw new VocabularyException(file, "the file is missing");
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
