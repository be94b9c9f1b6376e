package tw.touchstone.server.home;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.search.Facet;
import tw.touchstone.server.finding.DatasetCard;
import tw.touchstone.server.finding.DatasetList;
import tw.touchstone.server.finding.DatasetLists;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Language;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.layout.PageController;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// The first page: search, themes, what is new, what is used, and honest totals.
@PageController
class HomeController {

    private static final int CARDS = 5;

    private final DatasetLists lists;
    private final Vocabularies vocabularies;

    HomeController(DatasetLists lists, Catalog catalog) {
        this.lists = lists;
        this.vocabularies = catalog.vocabularies();
    }

    /// What the first page shows.
    record Home(
            String total,
            List<DatasetList.LabelCount> labels,
            List<DatasetCard> newest,
            List<DatasetCard> downloads,
            List<Tile> themes,
            List<Tile> services) {}

    /// A theme with the number of its datasets.
    record Tile(String name, String count, String url) {}

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView home(Locale locale) {
        var language = Language.of(locale);
        var newest = lists.newest(CARDS, language);
        var downloaded = lists.mostDownloaded(CARDS, language).cards().stream()
                .filter(card -> !card.counts().downloads().equals("0"))
                .toList();
        var home = new Home(
                Figures.count(newest.total()),
                newest.labels(),
                newest.cards(),
                downloaded,
                tiles(vocabularies.themes(), newest, language),
                tiles(vocabularies.services(), newest, language));
        return new ModelAndView("home/home", "home", home);
    }

    private static List<Tile> tiles(Scheme scheme, DatasetList all, String language) {
        return Names.inOrder(scheme).stream()
                .filter(theme -> theme.broader().isEmpty())
                .map(theme -> tile(theme, all, language))
                .toList();
    }

    private static Tile tile(Concept theme, DatasetList all, String language) {
        return new Tile(
                theme.label().best(language),
                Figures.count(all.count(Facet.THEME, theme.notation())),
                "/themes/" + theme.notation());
    }
}
