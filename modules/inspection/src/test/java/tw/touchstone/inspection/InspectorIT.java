package tw.touchstone.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tw.touchstone.inspection.Inspection.Inspected;
import tw.touchstone.inspection.Inspection.NotInspected;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;

@Timeout(120)
class InspectorIT {

    @TempDir
    Path folder;

    private final Inspector inspector = new Inspector();

    private ByteFacts inspected(Path file) {
        return ((Inspected) inspector.inspect(file)).facts();
    }

    @Test
    void givesEqualFactsForEqualBytesWhateverTheName() throws IOException {
        var csv = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
        var pdf = Files.writeString(folder.resolve("b.pdf"), "a,b\n1,2\n");

        assertThat(inspected(csv)).isEqualTo(inspected(pdf));
        assertThat(inspected(csv)).isEqualTo(Facts.of("a,b\n1,2\n"));
    }

    @Test
    void answersPathsThatAreNoFilesWithAValue() throws IOException, InterruptedException {
        assertThat(inspector.inspect(folder)).isEqualTo(new NotInspected("not-a-file"));
        assertThat(inspector.inspect(folder.resolve("none"))).isEqualTo(new NotInspected("missing"));
        assertThat(inspector.inspect(Path.of("/dev/zero"))).isEqualTo(new NotInspected("not-a-file"));
        var pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThat(inspector.inspect(pipe)).isEqualTo(new NotInspected("not-a-file"));
    }

    @Test
    void answersAFailingSourceWithAValue() {
        var failing = inspector.inspect(() -> {
            throw new IOException("gone");
        });
        assertThat(failing).isEqualTo(new NotInspected("unreadable"));
    }

    @Test
    void givesNoFactsWhenTimeIsUp() {
        var source = ByteSource.of("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(new Inspector(Duration.ZERO).inspect(source)).isEqualTo(new NotInspected("time-cap"));
        assertThat(new Inspector(Duration.ofMinutes(1)).inspect(source)).isInstanceOf(Inspected.class);
    }

    @Test
    void readsARowOfMillionsOfColumnsUpToTheCap() throws IOException {
        var file = folder.resolve("wide.csv");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 2_000_000; i++) {
                out.write("12345,".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(inspected(file).extent()).isEqualTo(new Extent.Partial("columns", 8_192));
    }

    @Test
    void readsAFieldWithoutEndUpToTheCap() throws IOException {
        var file = folder.resolve("long.csv");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n1,2\n3,\"".getBytes(StandardCharsets.US_ASCII));
            var block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 600; i++) {
                out.write(block);
            }
        }
        var facts = inspected(file);
        assertThat(facts.extent()).isEqualTo(new Extent.Partial("row-chars", 16 << 20));
        assertThat(facts.content()).isInstanceOf(Content.Tables.class);
    }

    @Test
    void readsLongHostileTextInTime() {
        var title = "a@".repeat(20) + "a".repeat(200_000);
        assertThat(Facts.of(title + ",\na,b\n1,2\n3,4\n").size()).isGreaterThan(200_000);
        assertThat(Facts.of("#\n".repeat(200_000)).size()).isEqualTo(400_000);
        var attribute = "<a b='" + "x".repeat(9 << 20) + "'/>";
        assertThat(Facts.of(attribute).extent()).isEqualTo(new Extent.Partial("attribute-chars", 1 << 20));
    }

    @Test
    void doesNotUnpackAZipBomb() throws IOException {
        var file = folder.resolve("bomb.zip");
        Files.write(file, Archives.zip(StandardCharsets.UTF_8, "zeros.txt", "0".repeat(50_000_000)));
        var members = (Content.Members) inspected(file).content();
        assertThat(members.members().getFirst().size()).isEqualTo(50_000_000);
    }
}
