package tw.touchstone.server.agency;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.model.Agency;
import tw.touchstone.model.AgencyId;
import tw.touchstone.search.Facet;
import tw.touchstone.server.finding.DatasetCard;
import tw.touchstone.server.finding.DatasetList;
import tw.touchstone.server.finding.DatasetLists;
import tw.touchstone.server.layout.ErrorPages;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.server.layout.Phrase;
import tw.touchstone.usage.Group;
import tw.touchstone.usage.Usage;

/// The list of the agencies that publish here, and the page of each agency.
@PageController
class AgencyController {

    private static final int CARDS = 20;

    private final AgencyTree tree;
    private final DatasetLists lists;
    private final Names names;
    private final Usage usage;

    AgencyController(Catalog catalog, DatasetLists lists, Names names) {
        this.tree = catalog.members().agencyTree();
        this.lists = lists;
        this.names = names;
        this.usage = catalog.usage();
    }

    /// An agency in the list.
    record Tile(String name, String count, String url) {}

    /// What the page of an agency shows.
    ///
    /// @param all address of the search for all its datasets
    record AgencyView(
            Phrase name,
            String otherNames,
            String oid,
            List<DatasetList.LabelCount> labels,
            Counts counts,
            long total,
            List<DatasetCard> cards,
            String all) {}

    @GetMapping(path = "/agencies", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView agencies(Locale locale) {
        var language = Language.of(locale);
        var counts = lists.newest(1, language).counts().get(Facet.AGENCY);
        var tiles = counts == null
                ? List.<Tile>of()
                : counts.entrySet().stream()
                        .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                        .map(each -> new Tile(
                                names.agencyName(each.getKey()).best(language),
                                Figures.count(each.getValue()),
                                "/agencies/" + each.getKey()))
                        .toList();
        return new ModelAndView("agency/agencies", "agencies", tiles);
    }

    @GetMapping(path = "/agencies/{slug}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView agency(@PathVariable String slug, Locale locale) {
        if (!AgencyId.isValid(slug)) {
            return ErrorPages.absent();
        }
        var successor = tree.successor(new AgencyId(slug));
        if (successor.isPresent()) {
            return ErrorPages.moved("/agencies/" + successor.get());
        }
        return names.agency(new AgencyId(slug))
                .map(agency -> new ModelAndView("agency/agency", "agency", view(agency, Language.of(locale))))
                .orElseGet(ErrorPages::absent);
    }

    private AgencyView view(Agency agency, String language) {
        var list = lists.with(Facet.AGENCY, agency.id().value(), CARDS, language);
        return new AgencyView(
                Phrase.of(agency.name(), language),
                String.join("、", agency.otherNames()),
                agency.oid().orElse(""),
                list.labels(),
                Counts.of(
                        usage.groups().totals(new Group(Group.Sort.AGENCY, agency.id().value())),
                        "?agency=" + agency.id()),
                list.total(),
                list.cards(),
                list.all());
    }
}
