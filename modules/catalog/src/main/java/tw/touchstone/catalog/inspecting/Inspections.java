package tw.touchstone.catalog.inspecting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tw.touchstone.archive.Archive;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
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

    /// The catalogue's inspections.
    ///
    /// @param incoming folder for files on their way
    public Inspections(Archive archive, FactsIndex facts, Inspector inspector, LinkChecks links, Path incoming) {
        this.archive = archive;
        this.facts = facts;
        this.inspector = inspector;
        this.links = links;
        this.scratch = new Scratch(incoming);
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

    private ByteFacts inspect(Sha256 digest) {
        return archive.file(digest).map(this::inspect).orElseGet(() -> scratch.with(copy -> {
            try (var bytes = archive.open(digest)
                    .orElseThrow(() -> new IllegalStateException("the archive has lost the file " + digest))) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return inspect(copy);
        }));
    }

    private ByteFacts inspect(Path file) {
        return switch (inspector.inspect(file)) {
            case Inspection.Inspected inspected -> {
                facts.keep(inspected.facts());
                yield inspected.facts();
            }
            case Inspection.NotInspected not ->
                throw new IllegalStateException("a file of the archive cannot be inspected: " + not.reason());
        };
    }
}
