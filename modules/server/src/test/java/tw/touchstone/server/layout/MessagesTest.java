package tw.touchstone.server.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern USED = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[(}]");

    private final Properties chinese = read("/messages/messages.properties");
    private final Properties english = read("/messages/messages_en.properties");

    @Test
    void everyMessageIsThereInBothLanguages() {
        assertThat(new TreeSet<>(english.stringPropertyNames())).isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    }

    @Test
    void everyMessageOfATemplateExists() throws IOException, URISyntaxException {
        var used = new TreeSet<String>();
        var templates = Path.of(Objects.requireNonNull(MessagesTest.class.getResource("/templates")).toURI());
        try (var files = Files.walk(templates)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(chinese.stringPropertyNames()).containsAll(used);
    }

    @Test
    void noMessageHasAStraightApostrophe() {
        // MessageFormat would swallow it where the message has a parameter.
        assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties read(String resource) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(resource))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
