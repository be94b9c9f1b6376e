package tw.touchstone.server.theme;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.search.Facet;
import tw.touchstone.server.finding.DatasetList;
import tw.touchstone.server.finding.DatasetLists;
import tw.touchstone.server.layout.Counts;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Link;
import tw.touchstone.server.layout.Names;
import tw.touchstone.usage.Group;
import tw.touchstone.usage.Usage;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// Makes the pages of the themes.
@Component
class ThemeViews {

    private static final int CARDS = 20;

    private final Vocabularies vocabularies;
    private final DatasetLists lists;
    private final Names names;
    private final Usage usage;

    ThemeViews(Catalog catalog, DatasetLists lists, Names names) {
        this.vocabularies = catalog.vocabularies();
        this.lists = lists;
        this.names = names;
        this.usage = catalog.usage();
    }

    ThemeView.All all(String language) {
        var counts = lists.newest(1, language);
        return new ThemeView.All(
                top(vocabularies.themes(), counts, language), top(vocabularies.services(), counts, language));
    }

    ThemeView of(Concept theme, String language) {
        var list = lists.with(Facet.THEME, theme.notation(), CARDS, language);
        return new ThemeView(
                theme.label().best(language),
                theme.definition().best(language),
                theme.broader().flatMap(names::theme).map(above -> link(above, language)).orElse(Link.NONE),
                agencies(theme, "leadAgency", language),
                agencies(theme, "coAgency", language),
                narrower(vocabularies.themes(), theme, list, language),
                Counts.of(
                        usage.groups().totals(new Group(Group.Sort.THEME, theme.notation())),
                        "?theme=" + theme.notation()),
                list.total(),
                list.cards(),
                list.all());
    }

    private List<ThemeView.Tile> top(Scheme scheme, DatasetList counts, String language) {
        return Names.inOrder(scheme).stream()
                .filter(theme -> theme.broader().isEmpty())
                .map(theme -> tile(theme, counts, narrower(scheme, theme, counts, language), language))
                .toList();
    }

    private static List<ThemeView.Tile> narrower(
            Scheme scheme, Concept theme, DatasetList counts, String language) {
        return Names.inOrder(scheme).stream()
                .filter(each -> each.broader().equals(Optional.of(theme.iri())))
                .map(each -> tile(each, counts, List.of(), language))
                .toList();
    }

    private static ThemeView.Tile tile(
            Concept theme, DatasetList counts, List<ThemeView.Tile> narrower, String language) {
        var link = link(theme, language);
        return new ThemeView.Tile(
                link.name(), Figures.count(counts.count(Facet.THEME, theme.notation())), link.url(), narrower);
    }

    private List<Link> agencies(Concept theme, String property, String language) {
        return theme.values(property).stream()
                .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .map(slug -> new Link(names.agencyName(slug).best(language), "/agencies/" + slug))
                .toList();
    }

    private static Link link(Concept theme, String language) {
        return new Link(theme.label().best(language), "/themes/" + theme.notation());
    }
}
