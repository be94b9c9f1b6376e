package tw.touchstone.server.registration;

import java.security.Principal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.model.AgencyId;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Facet;
import tw.touchstone.search.Hit;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery;
import tw.touchstone.search.SearchQuery.Sort;
import tw.touchstone.search.SearchResult;
import tw.touchstone.server.layout.Badge;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.signin.CurrentAccount;

/// The datasets a signed-in person answers for, with their labels.
@PageController
class WorkspaceController {

    private static final int ROWS = 50;

    private final CatalogSearch search;
    private final CurrentAccount accounts;
    private final Names names;

    WorkspaceController(Catalog catalog, CurrentAccount accounts, Names names) {
        this.search = catalog.search();
        this.accounts = accounts;
        this.names = names;
    }

    /// What the workspace shows.
    ///
    /// @param agency the agency whose datasets these are; empty for all
    /// @param next   address of the next page; empty on the last
    record Workspace(String agency, String text, String total, List<Row> rows, String next) {}

    /// A dataset in the list.
    ///
    /// @param agency its publisher, where the list is of several
    record Row(String id, String title, String agency, Badge badge, String modified, String downloads) {}

    @GetMapping("/workspace")
    ModelAndView datasets(
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String notice,
            Principal reader,
            Locale locale) {
        var language = Language.of(locale);
        var account = accounts.of(reader);
        var asked = query(text.strip(), account, language);
        var found = found(asked, after);
        var agencies = account.agencies(Permission.EDIT);
        boolean all = account.mayEverywhere(Permission.EDIT);
        boolean several = all || agencies.size() > 1;
        var page = new ModelAndView(
                "registration/workspace",
                "workspace",
                new Workspace(
                        all
                                ? ""
                                : account.agency()
                                        .map(id -> names.agencyName(id.value()).best(language))
                                        .orElse(""),
                        text.strip(),
                        Figures.count(found.total()),
                        found.hits().stream().map(hit -> row(hit, several, language)).toList(),
                        found.next().map(next -> url(text.strip(), next)).orElse("")));
        page.addObject("notice", notice.equals("withdrawn") ? notice : "");
        return page;
    }

    private static SearchQuery query(String text, Account account, String language) {
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        if (!account.mayEverywhere(Permission.EDIT)) {
            var agencies = account.agencies(Permission.EDIT);
            // Who acts for no agency has no datasets.
            filters.put(
                    Facet.AGENCY,
                    agencies.isEmpty()
                            ? Set.of("-")
                            : agencies.stream().map(AgencyId::value).collect(Collectors.toSet()));
        }
        return SearchQuery.of(text)
                .filters(filters)
                .sort(text.isEmpty() ? Sort.NEWEST : Sort.RELEVANCE)
                .size(ROWS)
                .facets(false)
                .language(language);
    }

    private SearchResult found(SearchQuery asked, String after) {
        var page = after.isEmpty() ? asked : asked.after(Optional.of(after));
        return search.search(page) instanceof SearchResult result
                ? result
                : switch (search.search(asked)) {
                    case SearchResult first -> first;
                    case SearchOutcome.InvalidCursor invalid -> throw new IllegalStateException(invalid.reason());
                };
    }

    private static Row row(Hit hit, boolean withAgency, String language) {
        return new Row(
                hit.id().value(),
                hit.title().best(language),
                withAgency ? hit.agencyName().best(language) : "",
                Badge.ofCode(hit.label(), language),
                Figures.day(hit.modified()),
                Figures.count(hit.downloads()));
    }

    private static String url(String text, String next) {
        return UriComponentsBuilder.fromPath("/workspace")
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(Map.of("q", text, "after", next))
                .toUriString();
    }
}
