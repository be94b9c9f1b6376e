package tw.touchstone.server.finding;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.PageController;

/// The search page.
@PageController
class SearchController {

    private final AgencyTree agencies;
    private final SearchPages pages;

    SearchController(Catalog catalog, SearchPages pages) {
        this.agencies = catalog.members().agencyTree();
        this.pages = pages;
    }

    @GetMapping(path = "/datasets", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView search(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var asked = SearchParameters.read(parameters);
        var present = asked.withPresentAgencies(agencies);
        if (!present.equals(asked)) {
            return ErrorPages.moved(present.url());
        }
        var page = pages.page(asked, Language.of(locale));
        return new ModelAndView("finding/search", "search", page);
    }
}
