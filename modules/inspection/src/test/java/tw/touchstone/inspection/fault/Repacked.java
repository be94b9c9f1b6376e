package tw.touchstone.inspection.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A ZIP in which one text member says something else.
final class Repacked {

    private Repacked() {}

    static byte[] replacing(byte[] zip, String path, UnaryOperator<String> change) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8);
                var out = new ZipOutputStream(bytes, UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                boolean wanted = entry.getName().equals(path);
                ArchiveFaults.add(
                        out, entry.getName(), wanted ? change.apply(new String(content, UTF_8)).getBytes(UTF_8) : content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
