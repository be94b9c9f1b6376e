package tw.touchstone.server.dataset;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Activity;
import tw.touchstone.model.Agent;
import tw.touchstone.model.BoundingBox;
import tw.touchstone.model.Coverage;
import tw.touchstone.model.DataCollection;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Limits;
import tw.touchstone.model.Provenance;
import tw.touchstone.model.Release;
import tw.touchstone.server.dataset.DatasetView.Section;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.NamedFact;
import tw.touchstone.server.layout.Names;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// Makes the part of a page that says how a dataset came about and what it is good for.
@Component
class DocumentationViews {

    private final Vocabularies vocabularies;
    private final Names names;
    private final MessageSource messages;

    DocumentationViews(Catalog catalog, Names names, MessageSource messages) {
        this.vocabularies = catalog.vocabularies();
        this.names = names;
        this.messages = messages;
    }

    /// The sections that say anything.
    List<Section> of(Dataset dataset, Locale locale) {
        var language = Language.of(locale);
        return Stream.of(
                        source(dataset, language),
                        collection(dataset.collection().orElse(DataCollection.NONE), language, locale),
                        coverage(dataset.coverage().orElse(Coverage.NONE), language, locale),
                        limits(dataset.limits().orElse(Limits.NONE), language),
                        release(dataset.release().orElse(Release.NONE), language, locale))
                .filter(section -> !section.facts().isEmpty())
                .toList();
    }

    private Section source(Dataset dataset, String language) {
        var provenance = dataset.provenance().orElse(Provenance.NONE);
        var activity = provenance.activity().orElse(Activity.NONE);
        var facts = new ArrayList<NamedFact>();
        facts.addAll(NamedFact.of("dataset.type", dataset.type().map(iri -> Names.name(vocabularies.datasetTypes(), iri, language))));
        facts.addAll(NamedFact.of("dataset.creator", provenance.creator().map(each -> agent(each, language))));
        facts.addAll(text("dataset.statement", provenance.statement(), language));
        provenance.sources().forEach(iri -> facts.add(DatasetViews.leading("dataset.source", iri)));
        provenance.derivedFrom().forEach(iri -> facts.add(DatasetViews.leading("dataset.derived-from", iri)));
        facts.addAll(NamedFact.of("dataset.activity", activity(activity, language)));
        activity.used().forEach(iri -> facts.add(DatasetViews.leading("dataset.used", iri)));
        facts.addAll(text("dataset.citation", provenance.citation(), language));
        return new Section("form.details.source", facts);
    }

    private Optional<String> activity(Activity activity, String language) {
        var from = activity.started().map(DocumentationViews::day).orElse("");
        var until = activity.ended().map(DocumentationViews::day).orElse("");
        var days = from.isEmpty() && until.isEmpty() ? "" : from + " – " + until;
        return Optional.of(Stream.of(activity.agent().map(each -> agent(each, language)).orElse(""), days)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · ")));
    }

    private static String day(Instant instant) {
        return Figures.day(instant);
    }

    private String agent(Agent agent, String language) {
        return switch (agent) {
            case Agent.Listed listed -> names.agencyName(listed.agency().value()).best(language);
            case Agent.Named named -> named.name().best(language);
        };
    }

    private Section collection(DataCollection collection, String language, Locale locale) {
        var facts = new ArrayList<NamedFact>();
        facts.addAll(text("dataset.method", collection.method(), language));
        facts.addAll(NamedFact.of("dataset.collection-types", terms(vocabularies.collectionTypes(), collection.types(), language)));
        facts.addAll(NamedFact.of(
                "dataset.collected", collection.timeframe().map(each -> DatasetViews.period(each, messages, locale))));
        facts.addAll(text("dataset.missing-data", collection.missingData(), language));
        facts.addAll(text("dataset.preprocessing", collection.preprocessing(), language));
        facts.addAll(text("dataset.manipulation", collection.manipulation(), language));
        facts.addAll(text("dataset.imputation", collection.imputation(), language));
        facts.addAll(text("dataset.deidentification", collection.deidentification(), language));
        return new Section("form.details.collection", facts);
    }

    private static Optional<String> terms(Scheme scheme, List<URI> iris, String language) {
        return Optional.of(iris.stream().map(iri -> Names.name(scheme, iri, language)).collect(Collectors.joining("、")));
    }

    private Section coverage(Coverage coverage, String language, Locale locale) {
        var facts = new ArrayList<NamedFact>();
        facts.addAll(NamedFact.of("dataset.temporal-resolution", coverage.temporalResolution()));
        facts.addAll(NamedFact.of("dataset.bbox", coverage.box().map(DocumentationViews::box)));
        facts.addAll(NamedFact.of(
                "dataset.spatial-resolution", coverage.spatialResolution().map(metres -> metres.toPlainString() + " m")));
        facts.addAll(NamedFact.of(
                "dataset.area-level",
                coverage.areaLevel().map(iri -> Names.name(vocabularies.areaLevels(), iri, language))));
        if (coverage.nonSpatial()) {
            facts.add(new NamedFact("dataset.spatial", say("form.non-spatial", locale), ""));
        }
        return new Section("form.details.coverage", facts);
    }

    private static String box(BoundingBox box) {
        return Stream.of(box.west(), box.south(), box.east(), box.north())
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(", "));
    }

    private static Section limits(Limits limits, String language) {
        var facts = new ArrayList<NamedFact>();
        facts.addAll(text("dataset.biases", limits.biases(), language));
        facts.addAll(NamedFact.of("dataset.group-columns", Optional.of(String.join("、", limits.groupColumns()))));
        facts.addAll(text("dataset.limitations", limits.limitations(), language));
        facts.addAll(text("dataset.personal-data", limits.personalData(), language));
        facts.addAll(text("dataset.use-cases", limits.useCases(), language));
        facts.addAll(text("dataset.social-impact", limits.socialImpact(), language));
        return new Section("form.details.limits", facts);
    }

    private Section release(Release release, String language, Locale locale) {
        var facts = new ArrayList<NamedFact>();
        facts.addAll(NamedFact.of("dataset.version", release.version()));
        if (release.live()) {
            facts.add(new NamedFact("dataset.version", say("form.live", locale), ""));
        }
        facts.addAll(text("dataset.version-notes", release.notes(), language));
        facts.addAll(text("dataset.maintenance", release.maintenance(), language));
        return new Section("form.details.release", facts);
    }

    private static List<NamedFact> text(String key, LangText text, String language) {
        return NamedFact.of(key, Optional.of(text.best(language)));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }
}
