package tw.touchstone.catalog.inspecting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.inspection.Inspection;
import tw.touchstone.inspection.Inspector;
import tw.touchstone.inspection.LinkInspector;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.Iris;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.ByteFacts;
import tw.touchstone.store.CatalogStore;

/// Looks at the bytes that are kept here, at once, and at the links that lead elsewhere, as jobs.
///
/// Thread-safe.
public final class Inspections {

    /// The kind of job that inspects the links of the dataset that is its subject.
    public static final String JOB = "inspect";

    private final CatalogStore store;
    private final Archive archive;
    private final FactsIndex facts;
    private final LinkHistory history;
    private final Inspector inspector;
    private final LinkInspector links;
    private final JobQueue jobs;
    private final Path incoming;
    private final Iris iris;
    private final boolean checkLinks;
    private final Consumer<DatasetId> observed;

    /// The catalogue's inspections.
    ///
    /// @param incoming   folder for files on their way
    /// @param checkLinks whether links elsewhere are looked at
    /// @param observed   told when there are new observations of a dataset
    public Inspections(
            CatalogStore store,
            Archive archive,
            FactsIndex facts,
            LinkHistory history,
            Inspector inspector,
            LinkInspector links,
            JobQueue jobs,
            Path incoming,
            Iris iris,
            boolean checkLinks,
            Consumer<DatasetId> observed) {
        this.store = store;
        this.archive = archive;
        this.facts = facts;
        this.history = history;
        this.inspector = inspector;
        this.links = links;
        this.jobs = jobs;
        this.incoming = incoming;
        this.iris = iris;
        this.checkLinks = checkLinks;
        this.observed = observed;
    }

    /// The facts about a file of the archive, gathered now unless they are known.
    public ByteFacts facts(Sha256 digest) {
        return facts.facts(digest).orElseGet(() -> inspect(digest));
    }

    /// Asks for the dataset's links to be looked at soon.
    public void request(Dataset dataset) {
        if (checkLinks && dataset.distributions().stream().anyMatch(each -> each.url().filter(this::leadsElsewhere).isPresent())) {
            jobs.enqueue(JOB, List.of(dataset.id().value()));
        }
    }

    /// Whether a dataset waits for its links to be looked at.
    public boolean pending(DatasetId dataset) {
        return jobs.isOpen(JOB, dataset.value());
    }

    /// Looks at every link of a dataset that leads elsewhere; the work of a [#JOB].
    public void inspectLinks(String dataset) {
        var id = new DatasetId(dataset);
        store.dataset(id).ifPresent(published -> {
            for (var distribution : published.distributions()) {
                distribution.url().filter(this::leadsElsewhere).ifPresent(url -> observe(distribution, url));
            }
            observed.accept(id);
        });
    }

    private void observe(Distribution distribution, URI url) {
        var file = scratch();
        try {
            var probed = links.probe(url, file);
            probed.facts().ifPresent(facts::keep);
            boolean asDeclared = probed.facts()
                    .filter(each -> distribution.format().stream().allMatch(each.format()::equals))
                    .isPresent();
            history.observe(distribution.id(), probed.probe(), asDeclared);
        } finally {
            delete(file);
        }
    }

    private ByteFacts inspect(Sha256 digest) {
        var kept = archive.file(digest);
        if (kept.isPresent()) {
            return inspect(kept.get());
        }
        var copy = scratch();
        try (var bytes = archive.open(digest)
                .orElseThrow(() -> new IllegalStateException("the archive has lost the file " + digest))) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return inspect(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
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

    private boolean leadsElsewhere(URI url) {
        return !url.toString().startsWith(iris.base().toString());
    }

    private Path scratch() {
        try {
            return Files.createTempFile(incoming, "inspect-", ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
