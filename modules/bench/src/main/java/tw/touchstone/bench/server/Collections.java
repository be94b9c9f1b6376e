package tw.touchstone.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The log of a JVM's garbage collections (`-Xlog:gc`).
public final class Collections {

    private static final Pattern COLLECTION =
            Pattern.compile("Pause .* (?<before>[0-9]+)M->(?<after>[0-9]+)M\\((?<size>[0-9]+)M\\) (?<pause>[0-9.]+)ms");

    private final Path log;

    Collections(Path log) {
        this.log = log;
    }

    /// What the log says.
    ///
    /// @param count        collections that paused the program
    /// @param peakUsed     the most heap in use before one of them, garbage included, in MB
    /// @param peakKept     the most heap in use after one of them, in MB
    /// @param longestPause in milliseconds
    public record Summary(long count, long peakUsed, long peakKept, double longestPause) {

        static Summary of(Iterable<String> lines) {
            var summary = new Summary(0, 0, 0, 0);
            for (var line : lines) {
                var match = COLLECTION.matcher(line);
                if (match.find()) {
                    summary = summary.and(match);
                }
            }
            return summary;
        }

        private Summary and(Matcher match) {
            return new Summary(
                    count + 1,
                    Math.max(peakUsed, Long.parseLong(match.group("before"))),
                    Math.max(peakKept, Long.parseLong(match.group("after"))),
                    Math.max(longestPause, Double.parseDouble(match.group("pause"))));
        }
    }

    /// Since the start of the process.
    public Summary summary() {
        try {
            return Summary.of(Files.readAllLines(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(log);
    }
}
