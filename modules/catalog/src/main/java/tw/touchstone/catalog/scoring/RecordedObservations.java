package tw.touchstone.catalog.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tw.touchstone.model.Dataset;
import tw.touchstone.quality.JsonReading;
import tw.touchstone.quality.Observations;
import tw.touchstone.quality.QualityJson;

/// What a catalogue observed, kept beside the data: `X.observations.json` beside a file `X`, `observations.json` in the
/// folder of a dataset. It comes from the command `bundle --observations`, or from `/datasets/ID/observations.json`.
final class RecordedObservations {

    private static final String NAME = "observations.json";

    private RecordedObservations() {}

    static boolean are(Path file) {
        return file.getFileName().toString().endsWith(NAME);
    }

    /// Of the dataset that a data file is described as.
    static Observations beside(Path file, Dataset dataset) {
        return read(file.resolveSibling(file.getFileName() + "." + NAME), dataset);
    }

    /// Of the dataset that has a folder of its own; without a record of ours, those of the national engine.
    static Observations in(Path folder, Dataset dataset) {
        var file = folder.resolve(NAME);
        return Files.exists(file) || !Files.isDirectory(folder)
                ? read(file, dataset)
                : RecordedVerdict.observations(folder, dataset);
    }

    private static Observations read(Path file, Dataset dataset) {
        if (!Files.exists(file)) {
            return Observations.none(dataset.id());
        }
        try {
            return switch (QualityJson.readObservations(Files.readAllBytes(file))) {
                case JsonReading.Value<Observations>(Observations read) when read.dataset().equals(dataset.id()) -> read;
                case JsonReading.Value<Observations>(Observations other) ->
                    throw new Descriptions.Unreadable(
                            "%s: observations of %s, not of %s".formatted(file, other.dataset(), dataset.id()));
                case JsonReading.Refused<Observations> refused ->
                    throw new Descriptions.Unreadable("%s:%d:%d %s: %s"
                            .formatted(file, refused.line(), refused.column(), refused.field(), refused.message()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
