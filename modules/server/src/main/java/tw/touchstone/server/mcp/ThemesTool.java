package tw.touchstone.server.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Facet;
import tw.touchstone.server.finding.DatasetList;
import tw.touchstone.server.finding.DatasetLists;
import tw.touchstone.server.layout.Names;
import tw.touchstone.server.signin.SignedIn;
import tw.touchstone.vocabulary.Concept;
import tw.touchstone.vocabulary.Scheme;
import tw.touchstone.vocabulary.Vocabularies;

/// Lists the themes.
@Component
class ThemesTool implements CatalogueTool {

    private final Vocabularies vocabularies;
    private final DatasetLists lists;

    ThemesTool(Catalog catalog, DatasetLists lists) {
        this.vocabularies = catalog.vocabularies();
        this.lists = lists;
    }

    /// Themes.
    ///
    /// @param highValue of high-value data, with those below them
    /// @param services  classes of services
    record Themes(List<Item> highValue, List<Item> services) {}

    /// One theme.
    ///
    /// @param id      its notation
    /// @param above   notation of the theme it belongs to
    /// @param datasets how many have it
    record Item(
            String id, String iri, Map<String, String> name, Map<String, String> definition, Optional<String> above, long datasets) {}

    @Override
    public String name() {
        return "list_themes";
    }

    @Override
    public String title() {
        return "List themes";
    }

    @Override
    public String description() {
        return "The themes of high-value data and the classes of services, with how many datasets each has; the identifiers are the values of theme in search_datasets.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none();
    }

    @Override
    public Class<? extends Record> output() {
        return Themes.class;
    }

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var counts = lists.newest(1, LangText.ZH);
        var themes = new Themes(items(vocabularies.themes(), counts), items(vocabularies.services(), counts));
        return new Answer(
                "%d themes of high-value data and %d classes of services."
                        .formatted(themes.highValue().size(), themes.services().size()),
                themes);
    }

    private static List<Item> items(Scheme scheme, DatasetList counts) {
        return Names.inOrder(scheme).stream().map(theme -> item(scheme, theme, counts)).toList();
    }

    private static Item item(Scheme scheme, Concept theme, DatasetList counts) {
        return new Item(
                theme.notation(),
                theme.iri().toString(),
                theme.label().byLanguage(),
                theme.definition().byLanguage(),
                theme.broader().flatMap(scheme::byIri).map(Concept::notation),
                counts.count(Facet.THEME, theme.notation()));
    }
}
