package tw.touchstone.server.usage;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.usage.Usage;
import tw.touchstone.usage.UsageDefinition;

/// The page that says what is counted and how.
@PageController
class DefinitionController {

    private final Usage usage;

    DefinitionController(Catalog catalog) {
        this.usage = catalog.usage();
    }

    /// What the page shows.
    record DefinitionView(String version, String since, String robotList, List<Clause> clauses) {}

    /// One rule in the reader's language.
    record Clause(String id, String title, String text) {}

    @GetMapping(path = "/usage/definition", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView definition(Locale locale) {
        var language = Language.of(locale);
        var ours = UsageDefinition.ours();
        return new ModelAndView(
                "counting/definition",
                "definition",
                new DefinitionView(
                        ours.version(),
                        ours.since().toString(),
                        usage.robotListVersion(),
                        ours.clauses().stream()
                                .map(each -> new Clause(
                                        each.id(), each.title().best(language), each.text().best(language)))
                                .toList()));
    }
}
