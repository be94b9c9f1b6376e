package tw.touchstone.server.registration;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Agent;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// Writes the AI-Ready details of a dataset into the inputs that [DocumentationDrafts] reads.
final class DocumentationFilling {

    /// The hidden input that says that a form has room for the details; without it they stay as they are.
    static final String MARK = "documentation";

    private static final ZoneOffset TAIWAN = ZoneOffset.ofHours(8);

    private DocumentationFilling() {}

    static Map<String, String> values(Dataset dataset, Vocabularies vocabularies) {
        var values = new HashMap<String, String>();
        values.put("type", notation(dataset.type(), vocabularies.datasetTypes()));
        values.put("access-rights", notation(dataset.accessRights(), vocabularies.accessRights()));
        values.put("spatial", areas(dataset, vocabularies.areas()));
        values.put("crs", ReferenceSystem.of(dataset).orElse(""));
        coverage(dataset.coverage().orElse(Coverage.NONE), vocabularies, values);
        provenance(dataset.provenance().orElse(Provenance.NONE), values);
        collection(dataset.collection().orElse(DataCollection.NONE), vocabularies, values);
        values.put("group-columns", String.join("、", dataset.limits().orElse(Limits.NONE).groupColumns()));
        var release = dataset.release().orElse(Release.NONE);
        values.put("version", release.version().orElse(""));
        values.put("live", flag(release.live()));
        for (var part : TextPart.ALL) {
            values.put(part.input() + "-zh", part.of(dataset).in(LangText.ZH).orElse(""));
            values.put(part.input() + "-en", part.of(dataset).in(LangText.EN).orElse(""));
        }
        return values;
    }

    static String typeInput(Concept type) {
        return "collection-type-" + type.notation();
    }

    private static void coverage(Coverage coverage, Vocabularies vocabularies, Map<String, String> values) {
        values.put("bbox", coverage.box()
                .map(box -> Stream.of(box.west(), box.south(), box.east(), box.north())
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(", ")))
                .orElse(""));
        values.put("non-spatial", flag(coverage.nonSpatial()));
        values.put("temporal-resolution", coverage.temporalResolution().orElse(""));
        values.put("spatial-resolution", coverage.spatialResolution().map(BigDecimal::toPlainString).orElse(""));
        values.put("area-level", notation(coverage.areaLevel(), vocabularies.areaLevels()));
    }

    private static void provenance(Provenance provenance, Map<String, String> values) {
        var activity = provenance.activity().orElse(Activity.NONE);
        values.put("creator", provenance.creator().map(DocumentationFilling::agent).orElse(""));
        values.put("sources", lines(provenance.sources()));
        values.put("derived-from", lines(provenance.derivedFrom()));
        values.put("activity-agent", activity.agent().map(DocumentationFilling::agent).orElse(""));
        values.put("activity-started", activity.started().map(DocumentationFilling::day).orElse(""));
        values.put("activity-ended", activity.ended().map(DocumentationFilling::day).orElse(""));
        values.put("activity-used", lines(activity.used()));
    }

    private static void collection(DataCollection collection, Vocabularies vocabularies, Map<String, String> values) {
        collection.timeframe().ifPresent(period -> {
            values.put("collected-start", period.start().map(LocalDate::toString).orElse(""));
            values.put("collected-end", period.end().map(LocalDate::toString).orElse(""));
        });
        for (var type : vocabularies.collectionTypes().concepts()) {
            values.put(typeInput(type), flag(collection.types().contains(type.iri())));
        }
    }

    private static String agent(Agent agent) {
        return switch (agent) {
            case Agent.Listed listed -> listed.agency().value();
            case Agent.Named named -> named.name().toString();
        };
    }

    private static String areas(Dataset dataset, Scheme areas) {
        return dataset.spatial().stream()
                .map(iri -> areas.byIri(iri).map(area -> area.label().best(LangText.ZH)).orElse(iri.toString()))
                .collect(Collectors.joining("、"));
    }

    private static String notation(Optional<URI> term, Scheme scheme) {
        return term.map(iri -> scheme.byIri(iri).map(Concept::notation).orElse(iri.toString())).orElse("");
    }

    private static String lines(List<URI> iris) {
        return iris.stream().map(URI::toString).collect(Collectors.joining("\n"));
    }

    private static String day(Instant instant) {
        return instant.atOffset(TAIWAN).toLocalDate().toString();
    }

    private static String flag(boolean value) {
        return value ? "true" : "";
    }
}
