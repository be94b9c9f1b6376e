package tw.touchstone.catalog.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.touchstone.model.Agency;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FieldDescription;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.LangText;
import tw.touchstone.search.SearchEntry;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// Makes of a published dataset what the search index holds of it.
final class SearchEntries {

    private final Vocabularies vocabularies;

    SearchEntries(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    SearchEntry entry(
            Dataset dataset,
            Optional<Agency> agency,
            SeenContents seen,
            String label,
            String grade,
            long number,
            long downloads) {
        var themes = vocabularies.themesOf(dataset);
        return new SearchEntry(
                dataset.id(),
                dataset.title(),
                dataset.description(),
                dataset.keywords(),
                dataset.publisher(),
                agency.map(Agency::name).orElse(LangText.NONE),
                agency.map(Agency::otherNames).orElse(List.of()),
                themes.stream().map(Concept::notation).toList(),
                themes.stream()
                        .flatMap(theme -> theme.label().byLanguage().values().stream())
                        .toList(),
                formats(dataset),
                fieldNames(dataset, seen),
                seen.values(),
                label,
                grade,
                licence(dataset),
                modified(dataset),
                dataset.registered().orElse(Instant.EPOCH),
                number,
                downloads);
    }

    private static List<String> formats(Dataset dataset) {
        return dataset.distributions().stream()
                .flatMap(each -> each.format().stream())
                .map(FileFormat::code)
                .distinct()
                .toList();
    }

    private static List<String> fieldNames(Dataset dataset, SeenContents seen) {
        var declared = dataset.distributions().stream()
                .flatMap(each -> each.fields().stream())
                .map(FieldDescription::name);
        return Stream.concat(declared, seen.columns().stream()).distinct().toList();
    }

    private Optional<String> licence(Dataset dataset) {
        return dataset.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .findFirst()
                .map(iri -> vocabularies
                        .licences()
                        .byIri(iri)
                        .map(Concept::notation)
                        .orElse(iri.toString()));
    }

    /// The last change of the data as far as anybody says, else the registration.
    private static Instant modified(Dataset dataset) {
        return Stream.concat(
                        dataset.modified().stream(),
                        dataset.distributions().stream().map(Distribution::modified).flatMap(Optional::stream))
                .max(Instant::compareTo)
                .or(dataset::issued)
                .or(dataset::registered)
                .orElse(Instant.EPOCH);
    }
}
