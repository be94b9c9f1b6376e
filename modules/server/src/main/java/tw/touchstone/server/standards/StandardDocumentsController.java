package tw.touchstone.server.standards;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.StandardField;
import tw.touchstone.model.fact.ValueForm;
import tw.touchstone.server.http.Problem;
import tw.touchstone.vocabulary.Vocabularies;

/// The register of data standards as JSON.
@RestController
class StandardDocumentsController {

    private final Vocabularies vocabularies;

    StandardDocumentsController(Catalog catalog) {
        this.vocabularies = catalog.vocabularies();
    }

    /// The domains, and the fields we know.
    record Register(List<DomainItem> domains, List<FieldItem> items) {}

    record DomainItem(String id, Map<String, String> name) {}

    /// A field.
    ///
    /// @param forms the forms its values take, each counted by the inspection; where there are any they decide
    record FieldItem(
            String id,
            String domain,
            Map<String, String> name,
            List<String> synonyms,
            List<String> forms,
            Optional<String> pattern,
            String source) {

        static FieldItem of(StandardField field) {
            return new FieldItem(
                    field.id(),
                    field.domain(),
                    field.name().byLanguage(),
                    field.synonyms(),
                    field.forms().stream().map(ValueForm::id).toList(),
                    field.pattern(),
                    field.source());
        }
    }

    @GetMapping(path = "/standards.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Register standards() {
        return new Register(
                vocabularies.standardDomains().concepts().stream()
                        .map(domain -> new DomainItem(
                                domain.notation(), domain.label().byLanguage()))
                        .toList(),
                vocabularies.standardFields().stream().map(FieldItem::of).toList());
    }

    @GetMapping(path = "/standards/{id}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    FieldItem standard(@PathVariable String id) {
        return vocabularies.standardFields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .map(FieldItem::of)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "there is no standard field of this name"));
    }
}
