package tw.touchstone.catalog.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.touchstone.archive.Stored;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.catalog.publishing.Publishing;
import tw.touchstone.catalog.publishing.Registration;
import tw.touchstone.exchange.json.DatasetJson;
import tw.touchstone.exchange.json.DatasetReading;
import tw.touchstone.exchange.json.TermLookup;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;

/// Registers the datasets of a folder as a person would: `{name}/dataset.json` and the files it names.
///
/// Samples are part of the product, so a sample that cannot be registered is a fault of ours and stops the loading.
public final class Samples {

    private static final Account LOADER =
            Account.ofTheHouse("samples", "Samples", Grant.everywhere(Role.ADMINISTRATOR));

    private final Publishing publishing;
    private final TermLookup terms;

    public Samples(Publishing publishing, TermLookup terms) {
        this.publishing = publishing;
        this.terms = terms;
    }

    /// Registers the samples that are not there yet; how many that were.
    ///
    /// @throws IllegalStateException if a sample is faulty in a way its registration would refuse
    public int load(Path folder) {
        int loaded = 0;
        for (var sample : folders(folder)) {
            if (register(sample)) {
                loaded++;
            }
        }
        return loaded;
    }

    private static List<Path> folders(Path folder) {
        try (var children = Files.list(folder)) {
            return children.filter(each -> Files.exists(each.resolve("dataset.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the samples in " + folder + " cannot be read", e);
        }
    }

    private boolean register(Path sample) {
        var name = sample.getFileName().toString();
        return switch (read(sample.resolve("dataset.json"), new DatasetId("sample-" + name))) {
            case DatasetReading.Refused refused ->
                throw new IllegalStateException("sample " + name + " is refused: "
                        + refused.errors().stream()
                                .map(error -> error.path() + " " + error.message().best("en"))
                                .collect(Collectors.joining("; ")));
            case DatasetReading.Read read ->
                switch (publishing.register(withFiles(read.draft(), read.files(), sample), LOADER)) {
                    case Registration.Done done -> true;
                    case Registration.IdTaken taken -> false;
                    case Registration refused ->
                        throw new IllegalStateException("sample " + name + " is refused: " + refused);
                };
        };
    }

    private DatasetReading read(Path file, DatasetId id) {
        try (var document = Files.newInputStream(file)) {
            return DatasetJson.read(document, id, terms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset withFiles(Dataset draft, Map<DistributionId, String> files, Path sample) {
        var distributions = draft.distributions().stream()
                .map(each -> Optional.ofNullable(files.get(each.id()))
                        .map(file -> held(each, sample.resolve(file), draft))
                        .orElse(each))
                .toList();
        return draft.with().distributions(distributions).build();
    }

    /// The bytes are as old as the sample says, not as its loading.
    private Distribution held(Distribution distribution, Path file, Dataset draft) {
        try (var bytes = Files.newInputStream(file)) {
            if (publishing.keep(bytes) instanceof Stored.Kept kept) {
                return publishing
                        .held(distribution, kept)
                        .with()
                        .modified(distribution.modified().or(draft::modified))
                        .build();
            }
            throw new IllegalStateException("the file " + file + " cannot be kept");
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }
}
