package tw.touchstone.server.mcp;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Agency;
import tw.touchstone.model.Iris;
import tw.touchstone.model.LangText;
import tw.touchstone.search.Facet;
import tw.touchstone.server.finding.DatasetLists;
import tw.touchstone.server.signin.SignedIn;
import tw.touchstone.store.CatalogStore;

/// Lists the agencies.
@Component
class AgenciesTool implements CatalogueTool {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final CatalogStore store;
    private final Iris iris;
    private final DatasetLists lists;

    AgenciesTool(Catalog catalog, DatasetLists lists) {
        this.store = catalog.store();
        this.iris = catalog.settings().iris();
        this.lists = lists;
    }

    /// Agencies, those with the most datasets first.
    ///
    /// @param total how many there are in all
    record Agencies(List<Item> agencies, int total) {}

    /// One agency.
    ///
    /// @param oid      in the national register
    /// @param datasets how many it publishes here
    record Item(String id, String iri, Map<String, String> name, Optional<String> oid, long datasets) {}

    @Override
    public String name() {
        return "list_agencies";
    }

    @Override
    public String title() {
        return "List agencies";
    }

    @Override
    public String description() {
        return "The agencies that the catalogue knows, with how many datasets each publishes; the identifiers are the values of agency in search_datasets.";
    }

    @Override
    public Inputs inputs() {
        return Inputs.none()
                .text("q", "part of the name, of a former or short name, or of the identifier")
                .number("size", 1, MOST, "how many to answer; " + USUAL + " where it is left out")
                .number("offset", 0, 1_000_000, "how many to leave out first");
    }

    @Override
    public Class<? extends Record> output() {
        return Agencies.class;
    }

    @Override
    public Answer call(Arguments arguments, Optional<SignedIn> who) {
        var counts = lists.newest(1, LangText.ZH);
        var part = arguments.text("q").orElse("").strip().toLowerCase(Locale.ROOT);
        var found = store.agencies().stream()
                .filter(agency -> isCalled(agency, part))
                .map(agency -> new Item(
                        agency.id().value(),
                        iris.agency(agency.id()).toString(),
                        agency.name().byLanguage(),
                        agency.oid(),
                        counts.count(Facet.AGENCY, agency.id().value())))
                .sorted(Comparator.comparingLong(Item::datasets).reversed().thenComparing(Item::id))
                .toList();
        var page = found.stream()
                .skip(arguments.number("offset", 0, 1_000_000, 0))
                .limit(arguments.number("size", 1, MOST, USUAL))
                .toList();
        return new Answer("%,d agencies; %d are listed.".formatted(found.size(), page.size()), new Agencies(page, found.size()));
    }

    private static boolean isCalled(Agency agency, String part) {
        return Stream.of(agency.name().byLanguage().values().stream(), agency.otherNames().stream(), Stream.of(agency.id().value()))
                .flatMap(names -> names)
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
    }
}
