package tw.touchstone.server.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.model.Label;
import tw.touchstone.search.CatalogSearch;
import tw.touchstone.search.Facet;
import tw.touchstone.search.FacetCount;
import tw.touchstone.search.SearchOutcome;
import tw.touchstone.search.SearchQuery.Sort;
import tw.touchstone.search.SearchResult;
import tw.touchstone.search.SearchResult.Note;
import tw.touchstone.server.layout.Figures;
import tw.touchstone.server.layout.Names;
import tw.touchstone.usage.Usage;

/// Searches, and says what was found in words instead of codes.
@Component
class SearchPages {

    private static final List<Facet> SHOWN =
            List.of(Facet.LABEL, Facet.GRADE, Facet.THEME, Facet.FORMAT, Facet.AGENCY, Facet.LICENCE);
    private static final int FIRST = 8;
    private static final int MORE = 60;

    private final CatalogSearch search;
    private final Usage usage;
    private final Names names;

    SearchPages(Catalog catalog, Names names) {
        this.search = catalog.search();
        this.usage = catalog.usage();
        this.names = names;
    }

    SearchPage page(SearchParameters asked, String language) {
        var outcome = search.search(asked.query(language));
        if (outcome instanceof SearchResult result) {
            return page(asked, result, language, false);
        }
        var first = asked.after("");
        return switch (search.search(first.query(language))) {
            case SearchResult result -> page(first, result, language, true);
            case SearchOutcome.InvalidCursor invalid -> throw new IllegalStateException(invalid.reason());
        };
    }

    private SearchPage page(SearchParameters asked, SearchResult result, String language, boolean stale) {
        return new SearchPage(
                asked.text(),
                asked.hidden(),
                asked.withDays("", "").hidden(),
                asked.from(),
                asked.to(),
                asked.fromWrong(),
                asked.toWrong(),
                chips(asked, language),
                asked.withoutFilters().url(),
                SHOWN.stream()
                        .map(facet -> facet(facet, asked, result, language))
                        .flatMap(Optional::stream)
                        .toList(),
                sorts(asked),
                Figures.count(result.total()),
                result.notes().contains(Note.NEAREST_ONLY),
                result.notes().contains(Note.TEXT_CUT),
                result.notes().contains(Note.INDEX_CHANGED),
                result.notes().contains(Note.REBUILDING),
                result.meant().stream()
                        .map(text -> new SearchPage.Meant(text, asked.withText(text).url()))
                        .toList(),
                asked.text().isEmpty() || asked.sort() != Sort.RELEVANCE
                        ? ""
                        : asked.reasoned(!asked.why()).url(),
                asked.why(),
                stale,
                DatasetCard.of(result.hits(), usage, language, series -> asked.within(series).url()),
                result.total() == 0 ? wider(asked, language) : List.of(),
                result.next().map(next -> asked.after(next).url()).orElse(""));
    }

    private List<SearchPage.Chip> chips(SearchParameters asked, String language) {
        var chips = new ArrayList<SearchPage.Chip>();
        asked.filters().forEach((facet, values) -> values.forEach(value -> chips.add(new SearchPage.Chip(
                facet.parameter(),
                name(facet, value, language),
                asked.toggled(facet, value).url()))));
        if (!asked.series().isEmpty()) {
            chips.add(new SearchPage.Chip("series", asked.series(), asked.within("").url()));
        }
        if (!asked.from().isEmpty() && !asked.fromWrong()) {
            chips.add(new SearchPage.Chip("from", asked.from(), asked.withDays("", asked.to()).url()));
        }
        if (!asked.to().isEmpty() && !asked.toWrong()) {
            chips.add(new SearchPage.Chip("to", asked.to(), asked.withDays(asked.from(), "").url()));
        }
        return chips;
    }

    private Optional<SearchPage.FacetView> facet(
            Facet facet, SearchParameters asked, SearchResult result, String language) {
        var counts = new ArrayList<>(result.facets().getOrDefault(facet, List.of()));
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        if (facet == Facet.LABEL) {
            counts.sort(Comparator.comparingInt(each -> Label.ofCode(each.value())
                    .map(Label::ordinal)
                    .orElse(Label.values().length)));
        } else if (facet == Facet.GRADE) {
            counts.sort(Comparator.comparingInt(each -> names.gradeRank(each.value())));
        } else {
            // What is chosen stays in sight, however rare it is.
            counts.sort(Comparator.comparing(each -> !asked.has(facet, each.value())));
        }
        var values = counts.stream()
                .limit(FIRST + MORE)
                .map(each -> value(facet, each, asked, language))
                .toList();
        int first = Math.min(FIRST, values.size());
        return Optional.of(new SearchPage.FacetView(
                facet.parameter(), values.subList(0, first), values.subList(first, values.size())));
    }

    private SearchPage.ValueView value(Facet facet, FacetCount count, SearchParameters asked, String language) {
        return new SearchPage.ValueView(
                name(facet, count.value(), language),
                Figures.count(count.count()),
                asked.has(facet, count.value()),
                asked.toggled(facet, count.value()).url());
    }

    private static List<SearchPage.SortView> sorts(SearchParameters asked) {
        return Arrays.stream(Sort.values())
                .map(sort -> new SearchPage.SortView(
                        sort.name().toLowerCase(Locale.ROOT),
                        sort == asked.sort(),
                        asked.sorted(sort).url()))
                .toList();
    }

    /// Each part of the question left out in turn, where that helps.
    private List<SearchPage.Wider> wider(SearchParameters asked, String language) {
        var wider = new ArrayList<SearchPage.Wider>();
        asked.filters().forEach((facet, values) -> values.stream()
                .limit(FIRST)
                .forEach(value -> without(
                        wider, asked.toggled(facet, value), name(facet, value, language), language)));
        if (asked.isFiltered() && !asked.text().isEmpty()) {
            without(wider, asked.withText(""), asked.text(), language);
        }
        if (!asked.from().isEmpty() || !asked.to().isEmpty()) {
            without(wider, asked.withDays("", ""), asked.from() + "–" + asked.to(), language);
        }
        return wider;
    }

    private void without(List<SearchPage.Wider> wider, SearchParameters less, String name, String language) {
        if (search.search(less.query(language).size(1).facets(false).grouped(false)) instanceof SearchResult found
                && found.total() > 0) {
            wider.add(new SearchPage.Wider(name, Figures.count(found.total()), less.url()));
        }
    }

    private String name(Facet facet, String value, String language) {
        return switch (facet) {
            case AGENCY -> names.agencyName(value).best(language);
            case THEME -> names.themeName(value, language);
            case FORMAT -> names.formatName(value);
            case LABEL -> names.labelName(value, language);
            case GRADE -> names.gradeName(value, language);
            case LICENCE -> names.licenceName(value, language);
        };
    }
}
