package tw.touchstone.server.dataset;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Link;
import tw.touchstone.server.layout.NamedFact;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.Phrase;
import tw.touchstone.vocabulary.Vocabularies;

/// Makes the page of a dataset from its metadata.
@Component
class DatasetViews {

    private final Catalog catalog;
    private final Vocabularies vocabularies;
    private final DistributionViews distributions;
    private final DocumentationViews documentation;
    private final Names names;
    private final MessageSource messages;

    DatasetViews(
            Catalog catalog,
            DistributionViews distributions,
            DocumentationViews documentation,
            Names names,
            MessageSource messages) {
        this.catalog = catalog;
        this.vocabularies = catalog.vocabularies();
        this.distributions = distributions;
        this.documentation = documentation;
        this.names = names;
        this.messages = messages;
    }

    DatasetView of(Dataset dataset, boolean editable, Locale locale) {
        var language = Language.of(locale);
        var title = Phrase.of(dataset.title(), language);
        var other = Phrase.in(dataset.title(), language.equals(LangText.EN) ? LangText.ZH : LangText.EN);
        return new DatasetView(
                dataset.id().value(),
                title,
                other.text().equals(title.text()) ? Phrase.NONE : other,
                Phrase.of(dataset.description(), language),
                agency(dataset, language),
                editable,
                facts(dataset, locale),
                themes(dataset, language),
                keywords(dataset),
                dataset.nationalFields(),
                Counts.of(catalog.usage().totals(dataset.id()), "?dataset=" + dataset.id()),
                documentation.of(dataset, locale),
                dataset.distributions().stream()
                        .map(each -> distributions.of(each, locale))
                        .toList());
    }

    private Link agency(Dataset dataset, String language) {
        return dataset.publisher()
                .map(id -> new Link(names.agencyName(id.value()).best(language), "/agencies/" + id))
                .orElse(Link.NONE);
    }

    private List<NamedFact> facts(Dataset dataset, Locale locale) {
        var language = Language.of(locale);
        var agency = agency(dataset, language);
        var facts = new ArrayList<NamedFact>();
        if (!agency.name().isEmpty()) {
            facts.add(new NamedFact("dataset.agency", agency.name(), agency.url()));
        }
        facts.addAll(NamedFact.of(
                "dataset.frequency", dataset.frequency().map(each -> names.frequencyName(each, language))));
        facts.addAll(NamedFact.of("dataset.licence", licences(dataset, language)));
        facts.addAll(NamedFact.of(
                "dataset.access-rights",
                dataset.accessRights().map(iri -> Names.name(vocabularies.accessRights(), iri, language))));
        facts.addAll(NamedFact.of("dataset.issued", dataset.issued().map(Figures::day)));
        facts.addAll(NamedFact.of("dataset.modified", dataset.modified().map(Figures::day)));
        facts.addAll(NamedFact.of("dataset.temporal", dataset.temporal().map(period -> period(period, messages, locale))));
        facts.addAll(NamedFact.of("dataset.spatial", spatial(dataset, language)));
        facts.addAll(NamedFact.of("dataset.standards", standards(dataset, language)));
        facts.addAll(NamedFact.of("dataset.contact", dataset.contact().map(DatasetViews::contact)));
        dataset.landingPage().ifPresent(page -> facts.add(leading("dataset.landing-page", page)));
        facts.addAll(NamedFact.of("dataset.registered", dataset.registered().map(Figures::day)));
        facts.add(new NamedFact("dataset.id", dataset.id().value(), ""));
        return facts;
    }

    /// A fact whose value is an address; only those that a browser opens as a page lead anywhere.
    static NamedFact leading(String key, URI address) {
        var scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean safe = List.of("http", "https", "ftp").contains(scheme);
        return new NamedFact(key, address.toString(), safe ? address.toString() : "");
    }

    private Optional<String> licences(Dataset dataset, String language) {
        return joined(dataset.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .distinct()
                .map(iri -> Names.name(vocabularies.licences(), iri, language)));
    }

    private Optional<String> spatial(Dataset dataset, String language) {
        return joined(dataset.spatial().stream().map(iri -> Names.name(vocabularies.areas(), iri, language)));
    }

    private Optional<String> standards(Dataset dataset, String language) {
        return joined(dataset.conformsTo().stream()
                .map(iri -> Names.name(vocabularies.standardDomains(), iri, language)));
    }

    private static Optional<String> joined(Stream<String> texts) {
        return Optional.of(texts.collect(Collectors.joining("、"))).filter(text -> !text.isEmpty());
    }

    static String period(Period period, MessageSource messages, Locale locale) {
        var start = period.start().map(LocalDate::toString).orElse("");
        var end = period.end().map(LocalDate::toString).orElse("");
        if (start.isEmpty() && end.isEmpty()) {
            return "";
        }
        if (start.isEmpty()) {
            return messages.getMessage("period.until", new Object[] {end}, locale);
        }
        return end.isEmpty() ? messages.getMessage("period.since", new Object[] {start}, locale) : start + " – " + end;
    }

    private static String contact(ContactPoint contact) {
        return Stream.of(contact.name(), contact.email(), contact.phone())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private List<Link> themes(Dataset dataset, String language) {
        return dataset.themes().stream()
                .map(iri -> names.theme(iri)
                        .map(theme -> new Link(theme.label().best(language), "/themes/" + theme.notation()))
                        .orElse(new Link(iri.toString(), "")))
                .toList();
    }

    private static List<Link> keywords(Dataset dataset) {
        return dataset.keywords().stream()
                .map(keyword -> new Link(
                        keyword,
                        UriComponentsBuilder.fromPath("/datasets")
                                .queryParam("q", "{q}")
                                .encode()
                                .buildAndExpand(keyword)
                                .toUriString()))
                .toList();
    }
}
