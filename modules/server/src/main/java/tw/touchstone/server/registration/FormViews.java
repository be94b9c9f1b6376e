package tw.touchstone.server.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Dataset;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.fact.TextEncoding;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// Draws the registration form.
@Component
class FormViews {

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("keywords", "form.keywords.hint"),
            Map.entry("encoding", "form.encoding.hint"),
            Map.entry("url", "form.url.hint"),
            Map.entry("fields", "form.fields.hint"),
            Map.entry("creator", "form.creator.hint"),
            Map.entry("sources", "form.sources.hint"),
            Map.entry("derived-from", "form.derived-from.hint"),
            Map.entry("activity-used", "form.activity-used.hint"),
            Map.entry("spatial", "form.spatial.hint"),
            Map.entry("bbox", "form.bbox.hint"),
            Map.entry("temporal-resolution", "form.temporal-resolution.hint"),
            Map.entry("spatial-resolution", "form.spatial-resolution.hint"),
            Map.entry("dictionary", "form.dictionary.hint"),
            Map.entry("group-columns", "form.group-columns.hint"),
            Map.entry("missing-data-zh", "form.missing-data-zh.hint"),
            Map.entry("biases-zh", "form.biases-zh.hint"),
            Map.entry("personal-data-zh", "form.personal-data-zh.hint"));

    private final Catalog catalog;
    private final Vocabularies vocabularies;
    private final Names names;
    private final MessageSource messages;

    FormViews(Catalog catalog, Names names, MessageSource messages) {
        this.catalog = catalog;
        this.vocabularies = catalog.vocabularies();
        this.names = names;
        this.messages = messages;
    }

    /// The form as it was typed.
    ///
    /// @param before the published dataset that is revised; empty for a new one
    FormView of(
            RegistrationForm form,
            FormProblems said,
            Optional<Dataset> before,
            Account by,
            PreviewView preview,
            Locale locale) {
        var language = Language.of(locale);
        var id = before.map(each -> each.id().value()).orElse("");
        var heading = before.map(each -> say("form.revise", locale, each.title().best(language)))
                .orElseGet(() -> say("form.new", locale));
        boolean fixed = !by.mayEverywhere(Permission.EDIT)
                && by.agencies(Permission.EDIT).size() == 1;
        var publisher = fixed
                ? before.flatMap(Dataset::publisher).or(by::agency)
                : Optional.<AgencyId>empty();
        return new FormView(
                id,
                heading,
                "/workspace/datasets/" + (id.isEmpty() ? "new" : id),
                fixed,
                publisher.map(each -> names.agencyName(each.value()).best(language)).orElse(""),
                Figures.size(catalog.settings().uploadLimit()),
                options(form, by, language),
                distributions(form, before),
                form,
                said,
                HINTS,
                preview);
    }

    private FormView.Options options(RegistrationForm form, Account by, String language) {
        return new FormView.Options(
                catalog.store().agencies().stream()
                        .filter(each -> by.mayEdit(each.id()))
                        .map(each -> option(each.id().value(), each.name().best(language), form.value("publisher")))
                        .toList(),
                terms(vocabularies.themes(), form, language),
                terms(vocabularies.services(), form, language),
                choices(vocabularies.licences(), form.value("licence"), language),
                choices(vocabularies.frequencies(), form.value("frequency"), language),
                Arrays.stream(FileFormat.values())
                        .filter(format -> format != FileFormat.UNKNOWN)
                        .map(format -> option(format.code(), format.display(), ""))
                        .toList(),
                details(form, language));
    }

    private FormView.DetailOptions details(RegistrationForm form, String language) {
        return new FormView.DetailOptions(
                choices(vocabularies.datasetTypes(), form.value("type"), language),
                choices(vocabularies.accessRights(), form.value("access-rights"), language),
                choices(vocabularies.areaLevels(), form.value("area-level"), language),
                referenceSystems(form.value("crs")),
                vocabularies.collectionTypes().concepts().stream()
                        .map(type -> new FormView.Option(
                                DocumentationFilling.typeInput(type),
                                type.label().best(language),
                                form.value(DocumentationFilling.typeInput(type)).equals("true"),
                                false))
                        .toList());
    }

    /// The systems in use here, and the declared one where it is none of them.
    private static List<FormView.Option> referenceSystems(String chosen) {
        var known = ReferenceSystem.ALL.stream().map(each -> option(each.code(), each.label(), chosen));
        boolean other = !chosen.isEmpty()
                && ReferenceSystem.ALL.stream().noneMatch(each -> each.code().equals(chosen));
        return Stream.concat(known, other ? Stream.of(option(chosen, chosen, chosen)) : Stream.empty()).toList();
    }

    private static List<FormView.Option> terms(Scheme scheme, RegistrationForm form, String language) {
        return Names.inOrder(scheme).stream()
                .map(term -> new FormView.Option(
                        term.notation(),
                        term.label().best(language),
                        form.themes().contains(term.notation()),
                        term.broader().isPresent()))
                .toList();
    }

    /// The terms of a list, and what was chosen where it is none of them.
    private static List<FormView.Option> choices(Scheme scheme, String chosen, String language) {
        var terms = Names.inOrder(scheme).stream()
                .map(term -> option(term.notation(), term.label().best(language), chosen))
                .toList();
        boolean known = chosen.isEmpty() || scheme.byNotation(chosen).map(Concept::notation).isPresent();
        return known ? terms : Stream.concat(terms.stream(), Stream.of(option(chosen, chosen, chosen))).toList();
    }

    private List<FormView.DistributionView> distributions(RegistrationForm form, Optional<Dataset> before) {
        var views = new ArrayList<FormView.DistributionView>();
        for (var key : form.keys()) {
            var kept = form.value(key + "-kept");
            var keptName = form.value(key + "-kept-name");
            views.add(new FormView.DistributionView(
                    key,
                    String.valueOf(views.size() + 1),
                    form.value(key + "-number"),
                    kept.isEmpty() ? held(form, key, before) : keptName,
                    kept,
                    keptName,
                    encodings(form.value(key + "-encoding"))));
        }
        return views;
    }

    private String held(RegistrationForm form, String key, Optional<Dataset> before) {
        return before.stream()
                .flatMap(dataset -> dataset.distributions().stream())
                .filter(each -> String.valueOf(each.id().number()).equals(form.value(key + "-number")))
                .filter(each -> each.downloadUrl()
                        .filter(catalog.settings().iris().download(each.id())::equals)
                        .isPresent())
                .findFirst()
                .map(each -> each.format().map(format -> format.display() + ", ").orElse("")
                        + each.byteSize().map(Figures::size).orElse("")
                        + each.modified().map(at -> ", " + Figures.minute(at)).orElse(""))
                .orElse("");
    }

    private static List<FormView.Option> encodings(String chosen) {
        var known = Stream.of(
                        TextEncoding.UTF_8,
                        TextEncoding.BIG5,
                        TextEncoding.CP950,
                        TextEncoding.BIG5_HKSCS,
                        TextEncoding.UTF_16LE,
                        TextEncoding.UTF_16BE,
                        TextEncoding.ASCII,
                        TextEncoding.GB18030,
                        TextEncoding.LATIN_1)
                .map(TextEncoding::display);
        return Stream.concat(known, Stream.of(chosen))
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> option(name, name, chosen))
                .toList();
    }

    private static FormView.Option option(String value, String name, String chosen) {
        return new FormView.Option(value, name, value.equals(chosen), false);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
