package tw.touchstone.server.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.ContactPoint;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.Distribution;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Rights;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Vocabularies;

/// Writes a published dataset into the form in which it is revised.
@Component
class FormFilling {

    private final Vocabularies vocabularies;
    private final Iris iris;

    FormFilling(Catalog catalog) {
        this.vocabularies = catalog.vocabularies();
        this.iris = catalog.settings().iris();
    }

    /// An empty form with room for one distribution.
    ///
    /// @param id what the new dataset will be called
    static RegistrationForm empty(String id) {
        return new RegistrationForm(Map.of("id", id), Set.of(), List.of("d0"));
    }

    /// The form of a dataset at a change number.
    RegistrationForm of(Dataset dataset, long number) {
        var values = new HashMap<>(DocumentationFilling.values(dataset, vocabularies));
        values.put(DocumentationFilling.MARK, "true");
        values.put("expected", String.valueOf(number));
        values.put("title-zh", dataset.title().in(LangText.ZH).orElse(""));
        values.put("title-en", dataset.title().in(LangText.EN).orElse(""));
        values.put("description-zh", dataset.description().in(LangText.ZH).orElse(""));
        values.put("description-en", dataset.description().in(LangText.EN).orElse(""));
        values.put("publisher", dataset.publisher().map(AgencyId::value).orElse(""));
        values.put("keywords", String.join("、", dataset.keywords()));
        values.put("licence", licence(dataset));
        values.put("frequency", dataset.frequency().map(Frequency::code).orElse(""));
        dataset.temporal().ifPresent(period -> {
            period.start().ifPresent(day -> values.put("temporal-start", day.toString()));
            period.end().ifPresent(day -> values.put("temporal-end", day.toString()));
        });
        dataset.contact().ifPresent(contact -> write(contact, values));
        var keys = new ArrayList<String>();
        for (var distribution : dataset.distributions()) {
            var key = "d" + keys.size();
            keys.add(key);
            write(distribution, key, values);
        }
        return new RegistrationForm(values, themes(dataset), keys);
    }

    private static void write(ContactPoint contact, Map<String, String> values) {
        contact.name().ifPresent(name -> values.put("contact-name", name));
        contact.email().ifPresent(email -> values.put("contact-email", email));
        contact.phone().ifPresent(phone -> values.put("contact-phone", phone));
    }

    private void write(Distribution distribution, String key, Map<String, String> values) {
        values.put(key + "-number", String.valueOf(distribution.id().number()));
        values.put(key + "-title", distribution.title().toString());
        values.put(key + "-format", distribution.format().map(FileFormat::code).orElse(""));
        values.put(key + "-encoding", distribution.encoding().orElse(""));
        values.put(key + "-fields", FieldLines.write(distribution.fields()));
        values.put(key + "-dictionary", FieldDictionary.write(distribution.fields()));
        var rights = distribution.rights().orElse(Rights.NONE);
        values.put(key + "-rights", rights.statement().toString());
        values.put(key + "-url", address(distribution, iris).map(URI::toString).orElse(""));
    }

    /// Where the publisher said the file is; empty where we hold it, or wait for it.
    static Optional<URI> address(Distribution distribution, Iris iris) {
        return distribution
                .downloadUrl()
                .filter(url -> isElsewhere(url, iris))
                .or(() -> distribution.accessUrl().filter(url -> isElsewhere(url, iris)));
    }

    private static boolean isElsewhere(URI url, Iris iris) {
        return !url.toString().startsWith(iris.base().toString());
    }

    private String licence(Dataset dataset) {
        return dataset.distributions().stream()
                .flatMap(each -> each.licence().stream())
                .findFirst()
                .map(iri -> vocabularies.licences().byIri(iri).map(Concept::notation).orElse(iri.toString()))
                .orElse("");
    }

    private Set<String> themes(Dataset dataset) {
        var notations = new LinkedHashSet<String>();
        for (var iri : dataset.themes()) {
            vocabularies
                    .themes()
                    .byIri(iri)
                    .or(() -> vocabularies.services().byIri(iri))
                    .ifPresent(theme -> notations.add(theme.notation()));
        }
        return notations;
    }
}
