package tw.touchstone.server.registration;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Period;
import tw.touchstone.server.layout.Names;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// Reads a form as a dataset. What the form does not ask for stays as it was before.
@Component
class Drafts {

    private static final Pattern KEYWORD_SEPARATOR = Pattern.compile("[、,，;；\\r\\n]");

    private final Catalog catalog;
    private final Vocabularies vocabularies;
    private final DistributionDrafts distributions;
    private final Names names;
    private final MessageSource messages;

    Drafts(Catalog catalog, DistributionDrafts distributions, Names names, MessageSource messages) {
        this.catalog = catalog;
        this.vocabularies = catalog.vocabularies();
        this.distributions = distributions;
        this.names = names;
        this.messages = messages;
    }

    /// Reads a form.
    ///
    /// @param before the dataset that is revised, or one of which only the identifier is known
    Draft read(RegistrationForm form, Dataset before, Account by, Locale locale) {
        var problems = new FormProblems();
        Function<String, String> say = key -> messages.getMessage(key, new Object[0], locale);
        var licence = vocabularies
                .licences()
                .byNotation(form.value("licence"))
                .map(Concept::iri)
                .or(() -> kept(form, before));
        var keys = new HashMap<DistributionId, String>();
        var read = new ArrayList<Distribution>();
        for (var key : form.keys()) {
            if (!form.isRemoved(key)) {
                var distribution = distributions.read(form, key, before, read, licence, problems, say);
                keys.put(distribution.id(), key);
                read.add(distribution);
            }
        }
        if (form.value("title-zh").isEmpty()) {
            problems.error("title-zh", say.apply("form.wrong.title"));
        }
        if (form.value("description-zh").isEmpty() && form.value("description-en").isEmpty()) {
            problems.error("description-zh", say.apply("form.wrong.description"));
        }
        if (licence.isEmpty()) {
            problems.error("licence", say.apply("form.wrong.licence"));
        }
        if (read.isEmpty()) {
            problems.error("distributions", say.apply("form.wrong.no-distribution"));
        }
        var details = new DocumentationDrafts(vocabularies, form, before, problems, say);
        var dataset = details.read(before.with())
                .title(text(before.title(), form, "title"))
                .description(text(before.description(), form, "description"))
                .publisher(publisher(form, before, by, problems, say))
                .keywords(List.of(KEYWORD_SEPARATOR.split(form.value("keywords"))))
                .themes(themes(form, before))
                .frequency(frequency(form, problems, say))
                .temporal(temporal(form, problems, say))
                .contact(contact(form))
                .distributions(read)
                .build();
        return new Draft(dataset, new FindingFields(catalog.settings().iris(), Map.copyOf(keys)), problems);
    }

    private static LangText text(LangText before, RegistrationForm form, String name) {
        var texts = new TreeMap<>(before.byLanguage());
        texts.put(LangText.ZH, form.value(name + "-zh"));
        texts.put(LangText.EN, form.value(name + "-en"));
        return new LangText(texts);
    }

    private Optional<AgencyId> publisher(
            RegistrationForm form, Dataset before, Account by, FormProblems problems, Function<String, String> say) {
        if (!by.mayEverywhere(Permission.EDIT) && by.agencies(Permission.EDIT).size() == 1) {
            return before.publisher().or(by::agency);
        }
        var slug = form.value("publisher");
        if (slug.isEmpty()) {
            problems.error("publisher", say.apply("form.wrong.publisher"));
            return Optional.empty();
        }
        var agency = Optional.of(slug).filter(AgencyId::isValid).map(AgencyId::new).filter(id -> names.agency(id)
                .isPresent());
        if (agency.isEmpty()) {
            problems.error("publisher", say.apply("form.wrong.choice"));
        } else if (!by.mayEdit(agency.get())) {
            problems.error("publisher", say.apply("form.wrong.agency"));
        }
        return agency;
    }

    private List<URI> themes(RegistrationForm form, Dataset before) {
        var unlisted = before.themes().stream().filter(iri -> names.theme(iri).isEmpty());
        var chosen = Stream.concat(
                        vocabularies.themes().concepts().stream(), vocabularies.services().concepts().stream())
                .filter(theme -> form.themes().contains(theme.notation()))
                .map(Concept::iri);
        return Stream.concat(chosen, unlisted).toList();
    }

    private static Optional<Frequency> frequency(
            RegistrationForm form, FormProblems problems, Function<String, String> say) {
        var code = form.value("frequency");
        var frequency = Frequency.parse(code);
        if (frequency.isEmpty() && !code.isEmpty()) {
            problems.error("frequency", say.apply("form.wrong.choice"));
        }
        return frequency;
    }

    private static Optional<Period> temporal(
            RegistrationForm form, FormProblems problems, Function<String, String> say) {
        var start = day(form, "temporal-start", problems, say);
        var end = day(form, "temporal-end", problems, say);
        return start.isEmpty() && end.isEmpty() ? Optional.empty() : Optional.of(new Period(start, end));
    }

    private static Optional<LocalDate> day(
            RegistrationForm form, String name, FormProblems problems, Function<String, String> say) {
        var typed = form.value(name);
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            problems.error(name, say.apply("form.wrong.date"));
            return Optional.empty();
        }
    }

    private static Optional<ContactPoint> contact(RegistrationForm form) {
        var contact = new ContactPoint(
                typed(form, "contact-name"), typed(form, "contact-email"), typed(form, "contact-phone"));
        return contact.equals(new ContactPoint(Optional.empty(), Optional.empty(), Optional.empty()))
                ? Optional.empty()
                : Optional.of(contact);
    }

    private static Optional<String> typed(RegistrationForm form, String name) {
        return Optional.of(form.value(name)).filter(text -> !text.isEmpty());
    }

    /// An imported licence that no list knows stays while nobody chooses another.
    private static Optional<URI> kept(RegistrationForm form, Dataset before) {
        return before.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .filter(iri -> iri.toString().equals(form.value("licence")))
                .findFirst();
    }
}
