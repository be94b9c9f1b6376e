package tw.touchstone.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;

/// One file of `vocab/`, parsed without tolerance: even a warning of the parser stops the start.
public final class TurtleFile {

    private final String name;
    private final String text;
    private final Model model = ModelFactory.createDefaultModel();

    TurtleFile(String name, String text) {
        this.name = name;
        this.text = text;
        try {
            RDFParser.fromString(text, Lang.TURTLE)
                    .base(Terms.NS)
                    .errorHandler(new Strict())
                    .parse(model);
        } catch (RiotException e) {
            throw new VocabularyException(name, String.valueOf(e.getMessage()));
        }
    }

    /// The file of this name.
    ///
    /// @throws VocabularyException if it is missing or is not Turtle
    public static TurtleFile load(String name) {
        return find(name).orElseThrow(() -> new VocabularyException(name, "the file is missing"));
    }

    /// The file of this name where there is one.
    static Optional<TurtleFile> find(String name) {
        try (var stream = TurtleFile.class.getResourceAsStream("/vocab/" + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new TurtleFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Model model() {
        return model;
    }

    /// A mistake in what the file says about this resource, with the line that first names it.
    VocabularyException mistake(Resource about, String problem) {
        var iri = String.valueOf(about.getURI());
        var local = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        long line = text.lines()
                .takeWhile(each -> !each.contains(":" + local + " ") && !each.contains("<" + iri + ">"))
                .count();
        return new VocabularyException(name, line + 1, "<%s> %s".formatted(iri, problem));
    }

    VocabularyException mistake(String problem) {
        return new VocabularyException(name, problem);
    }

    private final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            throw new VocabularyException(name, line, message);
        }

        @Override
        public void error(String message, long line, long column) {
            throw new VocabularyException(name, line, message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new VocabularyException(name, line, message);
        }
    }
}
