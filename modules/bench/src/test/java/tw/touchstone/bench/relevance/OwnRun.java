package tw.touchstone.bench.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The run over our own corpus that both suites look at; its table lies in `target/relevance.md`.
final class OwnRun {

    private static final int KNOWN_ITEMS = 300;

    private static final class Once {
        private static final Relevance RUN = run();
    }

    private OwnRun() {}

    static Relevance once() {
        return Once.RUN;
    }

    private static Relevance run() {
        try (var catalogue = OwnCatalogue.open()) {
            var run = Relevance.of(
                    "our own corpus", Judgements.ofCorpus(), catalogue.items(), KNOWN_ITEMS, catalogue);
            var target = Files.createDirectories(Path.of("target"));
            Files.writeString(target.resolve("relevance.md"), RelevanceReport.markdown(run));
            Files.writeString(target.resolve("relevance.json"), RelevanceReport.json(run));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Figures group(String name) {
        return once().figures().stream()
                .filter(figures -> figures.group().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no query is of the group " + name));
    }
}
