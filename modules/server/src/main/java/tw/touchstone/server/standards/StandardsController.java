package tw.touchstone.server.standards;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.StandardField;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;

/// The pages of the data standards: which domains there are, and how their fields are recognised.
@PageController
class StandardsController {

    private final Scheme domains;
    private final List<StandardField> fields;

    StandardsController(Catalog catalog) {
        this.domains = catalog.vocabularies().standardDomains();
        this.fields = catalog.vocabularies().standardFields();
    }

    @GetMapping(path = "/standards", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView standards(Locale locale) {
        var language = Language.of(locale);
        var names = names(language);
        var views = domains.concepts().stream()
                .map(domain -> new DomainView(
                        domain.notation(),
                        domain.label().best(language),
                        fields.stream()
                                .filter(field -> field.domain().equals(domain.notation()))
                                .map(field -> StandardView.of(field, names, language))
                                .toList()))
                .toList();
        return new ModelAndView("standards/standards", Map.of("domains", views, "count", fields.size()));
    }

    @GetMapping(path = "/standards/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView standard(@PathVariable String id, Locale locale) {
        var language = Language.of(locale);
        return fields.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .map(field -> new ModelAndView(
                        "standards/standard", "field", StandardView.of(field, names(language), language)))
                .orElseGet(ErrorPages::absent);
    }

    private Map<String, String> names(String language) {
        return domains.concepts().stream()
                .collect(Collectors.toMap(Concept::notation, domain -> domain.label().best(language)));
    }
}
