package tw.touchstone.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InstallationTest {

    @Test
    void startsTheServerWithTheLaunchersSettings() throws IOException {
        var launcher = Files.readString(Path.of("../../touchstone"));
        var array = Pattern.compile("jvm=\\(([^)]*)\\)").matcher(launcher);

        assertThat(array.find()).isTrue();
        assertThat(List.of(array.group(1).strip().split("\\s+"))).isEqualTo(Installation.JVM);
    }
}
