package tw.touchstone.catalog.inspecting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Function;
import tw.touchstone.archive.Archive;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.table.RowSink;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;

/// Looks at the bytes that are kept here, at once. Links that lead elsewhere are for [LinkChecks].
///
/// Thread-safe.
public final class Inspections {

    private final Archive archive;
    private final FactsIndex facts;
    private final Inspector inspector;
    private final LinkChecks links;
    private final Scratch scratch;
    private final Consumer<Sha256> inspected;

    /// The catalogue's inspections.
    ///
    /// @param inspected told of each file of the archive of which there are new facts
    /// @param incoming folder for files on their way
    public Inspections(Archive archive, FactsIndex facts, Inspector inspector, LinkChecks links, Path incoming, Consumer<Sha256> inspected) {
        this.archive = archive;
        this.facts = facts;
        this.inspector = inspector;
        this.links = links;
        this.scratch = new Scratch(incoming);
        this.inspected = inspected;
    }

    /// The facts about a file of the archive, gathered now unless they are known.
    public ByteFacts facts(Sha256 digest) {
        return facts.facts(digest).orElseGet(() -> inspect(digest));
    }

    /// Asks for the dataset's links to be looked at soon.
    public void request(Dataset dataset) {
        links.request(dataset);
    }

    /// Whether a dataset waits for its links to be looked at.
    public boolean pending(DatasetId dataset) {
        return links.pending(dataset);
    }

    /// Reads a file of the archive and hands on its rows; its facts come out as they are known.
    ///
    /// @throws IllegalStateException if it cannot be read
    public void read(Sha256 digest, RowSink sink) {
        var reading = with(digest, file -> inspector.inspect(file, sink));
        if (reading instanceof Inspection.NotInspected(var reason)) {
            throw new IllegalStateException("a file of the archive cannot be read: " + reason);
        }
    }

    private ByteFacts inspect(Sha256 digest) {
        return with(digest, this::inspect);
    }

    private <T> T with(Sha256 digest, Function<Path, T> use) {
        return archive.file(digest).map(use).orElseGet(() -> scratch.with(copy -> {
            try (var bytes = archive.open(digest)
                    .orElseThrow(() -> new IllegalStateException("the archive has lost the file " + digest))) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return use.apply(copy);
        }));
    }

    private ByteFacts inspect(Path file) {
        return switch (inspector.inspect(file)) {
            case Inspection.Inspected inspected -> {
                facts.keep(inspected.facts());
                this.inspected.accept(inspected.facts().digest());
                yield inspected.facts();
            }
            case Inspection.NotInspected not ->
                throw new IllegalStateException("a file of the archive cannot be inspected: " + not.reason());
        };
    }
}
