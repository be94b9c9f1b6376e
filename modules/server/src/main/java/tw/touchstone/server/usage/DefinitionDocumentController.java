package tw.touchstone.server.usage;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.usage.Usage;
import tw.touchstone.usage.UsageDefinition;

/// What is counted and how, as JSON in both languages.
@RestController
class DefinitionDocumentController {

    private final Usage usage;

    DefinitionDocumentController(Catalog catalog) {
        this.usage = catalog.usage();
    }

    /// @param robotList version of the list that robots are told apart by at present
    /// @param standard  what the definition follows
    record DefinitionDocument(
            String version, String since, String robotList, String standard, List<ClauseItem> clauses) {}

    /// One rule, by language tag.
    record ClauseItem(String id, Map<String, String> title, Map<String, String> text) {}

    @GetMapping(path = "/usage/definition.json", produces = MediaType.APPLICATION_JSON_VALUE)
    DefinitionDocument definition() {
        var ours = UsageDefinition.ours();
        return new DefinitionDocument(
                ours.version(),
                ours.since().toString(),
                usage.robotListVersion(),
                "COUNTER Code of Practice, Release 5",
                ours.clauses().stream()
                        .map(each -> new ClauseItem(
                                each.id(), each.title().byLanguage(), each.text().byLanguage()))
                        .toList());
    }
}
