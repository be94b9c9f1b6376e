package tw.touchstone.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Figures count for the product only if the bench, the launcher and the container start the same JVM.
class InstallationTest {

    private static final Path ROOT = Path.of("../..");
    private static final String OPTIONS = "jvm.options";

    @ParameterizedTest
    @ValueSource(strings = {"touchstone", "docker/Dockerfile"})
    void takesTheOptionsFromTheOneFileAndHasNoneOfItsOwn(String starter) throws IOException {
        var text = Files.readString(ROOT.resolve(starter));

        assertThat(text).containsPattern("@[^ \"]*/" + Pattern.quote(OPTIONS));
        assertThat(text.replaceAll("-XX:AOT\\w+", "")).doesNotContain("-Xmx", "-XX:", "--enable-native-access=ALL-UNNAMED\",");
    }

    @Test
    void startsTheServerWithThem() {
        var command = new Installation(ROOT, Path.of("java")).command(Path.of("home"), 1, false, Path.of("gc.log"));

        assertThat(command.get(1)).isEqualTo("@" + ROOT.resolve("modules/server").resolve(OPTIONS));
        assertThat(ROOT.resolve("modules/server").resolve(OPTIONS)).isRegularFile();
    }
}
