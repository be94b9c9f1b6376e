package tw.touchstone.catalog.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.catalog.importing.CatalogueDrafts;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DistributionId;
import tw.touchstone.vocabulary.Vocabularies;

/// Finds out what a path on this machine describes.
///
/// - a data file with `X.meta.json` or `X.meta.ttl` beside it;
/// - a folder with a `dataset.json` that names its files;
/// - a catalogue file, or a folder with one, whose datasets have their files in folders named by their identifiers;
/// - a folder of any of these.
///
/// What a catalogue observed of them may lie beside, see [RecordedObservations].
final class LocalSubjects {

    private final Descriptions descriptions;
    private final CatalogueDrafts catalogues;

    LocalSubjects(Vocabularies vocabularies) {
        this.descriptions = new Descriptions(vocabularies);
        this.catalogues = new CatalogueDrafts(vocabularies);
    }

    /// What is described at a path.
    sealed interface Found {
        record Described(List<LocalSubject> subjects) implements Found {}

        /// Nothing that can be scored.
        ///
        /// @param message one line that says what is missing or wrong
        record Nothing(String message) implements Found {}
    }

    Found at(Path path) {
        if (!Files.exists(path)) {
            return new Found.Nothing(path + ": there is no such file or folder");
        }
        try {
            return Files.isDirectory(path) ? folder(path) : file(path);
        } catch (Descriptions.Unreadable unreadable) {
            return new Found.Nothing(unreadable.sentence());
        }
    }

    private Found file(Path file) {
        var description = Descriptions.beside(file);
        if (description.isPresent()) {
            var dataset = descriptions.read(description.get()).draft();
            var files = dataset.distributions().isEmpty()
                    ? Map.<DistributionId, Path>of()
                    : Map.of(dataset.distributions().getFirst().id(), file);
            return new Found.Described(List.of(new LocalSubject(dataset, files, RecordedObservations.beside(file, dataset))));
        }
        var catalogue = catalogue(file, parent(file));
        return catalogue.isEmpty()
                ? new Found.Nothing(file + ": no description beside it (" + file.getFileName()
                        + ".meta.json or .meta.ttl), and it is no catalogue itself")
                : new Found.Described(catalogue);
    }

    private Found folder(Path folder) {
        var subjects = new ArrayList<LocalSubject>();
        described(folder).ifPresent(subjects::add);
        for (var child : children(folder)) {
            if (Files.isDirectory(child)) {
                described(child).ifPresent(subjects::add);
            } else if (Descriptions.beside(child).isPresent()) {
                if (file(child) instanceof Found.Described found) {
                    subjects.addAll(found.subjects());
                }
            } else if (CatalogueDrafts.maybe(child) && !RecordedObservations.are(child)) {
                subjects.addAll(catalogue(child, folder));
            }
        }
        return subjects.isEmpty()
                ? new Found.Nothing(folder + ": nothing here is described: there is no dataset.json, no file with a "
                        + "description beside it and no catalogue with an identifier, a title and a URL column")
                : new Found.Described(subjects);
    }

    private Optional<LocalSubject> described(Path folder) {
        var description = folder.resolve("dataset.json");
        if (!Files.exists(description)) {
            return Optional.empty();
        }
        var read = descriptions.read(description);
        var files = new HashMap<DistributionId, Path>();
        read.files().forEach((distribution, name) -> files.put(distribution, folder.resolve(name)));
        return Optional.of(new LocalSubject(read.draft(), files, RecordedObservations.in(folder, read.draft())));
    }

    /// The datasets of a catalogue that have a folder beside it; all of them where none has.
    private List<LocalSubject> catalogue(Path file, Path folder) {
        var drafts = catalogues.read(file);
        var here = drafts.stream()
                .filter(draft -> Files.isDirectory(folderOf(folder, draft)))
                .toList();
        return (here.isEmpty() ? drafts : here)
                .stream().map(draft -> withFiles(draft, folderOf(folder, draft))).toList();
    }

    private static Path folderOf(Path folder, Dataset draft) {
        return folder.resolve(draft.id().value());
    }

    private LocalSubject withFiles(Dataset draft, Path folder) {
        var data = Files.isDirectory(folder)
                ? children(folder).stream().filter(LocalSubjects::isData).toList()
                : List.<Path>of();
        var files = new HashMap<DistributionId, Path>();
        for (var distribution : draft.distributions()) {
            var url = distribution.url().map(Object::toString).orElse("");
            data.stream()
                    .filter(each -> draft.distributions().size() == 1
                            || url.endsWith("/" + each.getFileName()))
                    .findFirst()
                    .ifPresent(each -> files.put(distribution.id(), each));
        }
        return new LocalSubject(draft, files, RecordedObservations.in(folder, draft));
    }

    private static boolean isData(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.endsWith(".json") && !name.endsWith(".ttl");
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
