package tw.touchstone.catalog;

import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.Agency;
import tw.touchstone.model.FileFormat;
import tw.touchstone.quality.FormatTraits;
import tw.touchstone.quality.KnownTerms;
import tw.touchstone.quality.Readiness;
import tw.touchstone.quality.Reference;
import tw.touchstone.quality.Standards;
import tw.touchstone.quality.WorkingDays;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;
import tw.touchstone.vocabulary.WorkingYear;

/// What datasets are judged against, taken from the vocabularies.
public final class References {

    private static final String EUROPEAN = "http://publications.europa.eu/resource/authority/file-type/";

    private References() {}

    public static Reference of(Vocabularies vocabularies) {
        return new Reference(
                new Standards(vocabularies.standardFields()), terms(vocabularies), readiness(vocabularies), calendar(vocabularies.workingYears()));
    }

    private static WorkingDays calendar(List<WorkingYear> years) {
        return new WorkingDays(new WorkingDays.Calendar(
                years.stream().map(WorkingYear::year).toList(),
                years.stream().flatMap(year -> year.closed().stream()).toList(),
                years.stream().flatMap(year -> year.worked().stream()).toList()));
    }

    private static KnownTerms terms(Vocabularies vocabularies) {
        return new KnownTerms(new KnownTerms.Lists(
                iris(vocabularies.licences(), _ -> true),
                iris(vocabularies.licences(), licence -> licence.is("openLicence")),
                iris(vocabularies.accessRights(), _ -> true),
                vocabularies.mediaTypes(),
                vocabularies.fileTypes().concepts().stream()
                        .flatMap(References::traits)
                        .toList()));
    }

    private static Readiness readiness(Vocabularies vocabularies) {
        return new Readiness(new Readiness.Lists(
                iris(vocabularies.collectionTypes(), _ -> true),
                iris(vocabularies.datasetTypes(), _ -> true),
                Stream.concat(
                                iris(vocabularies.themes(), _ -> true).stream(),
                                iris(vocabularies.services(), _ -> true).stream())
                        .toList(),
                iris(vocabularies.areaLevels(), _ -> true),
                new TreeMap<>(
                        vocabularies.areas().concepts().stream().collect(Collectors.toMap(Concept::iri, Concept::notation))),
                words(vocabularies.placeholders()),
                words(vocabularies.biasWords()),
                new TreeMap<>(vocabularies.agencies().all().stream()
                        .collect(Collectors.toMap(agency -> agency.id().value(), Agency::name)))));
    }

    private static List<String> words(Scheme scheme) {
        return scheme.concepts().stream().flatMap(each -> each.otherLabels().stream()).toList();
    }

    private static Stream<FormatTraits> traits(Concept type) {
        return FileFormat.ofCode(type.notation()).stream()
                .map(format -> new FormatTraits(
                        format,
                        type.iri().toString().startsWith(EUROPEAN),
                        type.is("proprietary"),
                        type.is("machineReadable")));
    }

    /// Terms of ours, and those of other people's lists that mean the same.
    private static List<URI> iris(Scheme scheme, Predicate<Concept> wanted) {
        return scheme.concepts().stream()
                .filter(wanted)
                .flatMap(concept -> Stream.concat(Stream.of(concept.iri()), concept.matches().stream()))
                .distinct()
                .toList();
    }
}
