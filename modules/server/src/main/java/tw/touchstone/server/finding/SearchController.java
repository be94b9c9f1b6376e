package tw.touchstone.server.finding;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;

/// The search page.
@PageController
class SearchController {

    private final SearchPages pages;

    SearchController(SearchPages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/datasets", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView search(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var page = pages.page(SearchParameters.read(parameters), Language.of(locale));
        return new ModelAndView("finding/search", "search", page);
    }
}
