package tw.touchstone.catalog.mending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Compares two texts line by line, each as a reader who believes the declaration sees it.
final class LineDiff {

    /// So much of a text is compared.
    private static final int CHARS = 4 << 20;

    private final Reader in;
    private long left = CHARS;

    private LineDiff(Reader in) {
        this.in = in;
    }

    /// Tells the first lines that look different.
    ///
    /// @param declared the encoding that readers of the text before are told
    static void between(InputStream before, Charset declared, InputStream after, LineChanges changes)
            throws IOException {
        var earlier = new LineDiff(new BufferedReader(new InputStreamReader(before, declared)));
        var later = new LineDiff(new BufferedReader(new InputStreamReader(after, StandardCharsets.UTF_8)));
        long number = 0;
        while (!changes.isFull()) {
            number++;
            var was = earlier.line();
            var is = later.line();
            if (was.isEmpty() || is.isEmpty()) {
                return;
            }
            if (!was.equals(is)) {
                changes.changed(number, was.get(), is.get());
            }
        }
    }

    /// The beginning of the next line; what is beyond [LineChanges#SHOWN] is not compared.
    private Optional<String> line() throws IOException {
        var line = new StringBuilder();
        int c = in.read();
        if (c < 0 || left <= 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n' && left > 0) {
            left--;
            if (line.length() <= LineChanges.SHOWN && c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return Optional.of(line.toString());
    }
}
