package tw.touchstone.search;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.touchstone.model.LangText;

/// A question to the catalogue.
///
/// Any text is a valid one: `"…"` asks for the words exactly so, a leading `-` excludes, names such as `title:` ask one part
/// of a dataset, all else is literal. Only its first [#MAX_TEXT] characters are read, and the answer then says so.
///
/// @param text     what the user typed; blank asks for everything
/// @param filters  wanted values by facet: any of the values of a facet, and every facet named
/// @param from     first day of modification, in Taipei
/// @param to       last day of modification, in Taipei, included
/// @param size     hits per page, 1 to [#MAX_SIZE]
/// @param after    the `next` of the page before; goes with the same text, filters, days and sort only
/// @param facets   whether facet counts are wanted
/// @param language the reader's language, for the snippet and for sorting by title
/// @param series   only datasets of the series with this key
/// @param grouped  whether one hit stands for its series, where the order is by relevance and there is a text
/// @param reasons  whether every hit says why it stands where it stands
public record SearchQuery(
        String text,
        Map<Facet, Set<String>> filters,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Sort sort,
        int size,
        Optional<String> after,
        boolean facets,
        String language,
        Optional<String> series,
        boolean grouped,
        boolean reasons) {

    /// The most hits on one page.
    public static final int MAX_SIZE = 1_000;

    /// How many characters of a text are read.
    public static final int MAX_TEXT = 256;

    /// The order of the hits; equal ones stand in the order of their identifiers.
    public enum Sort {
        /// Best match first; without a text the newest first. Scores belong to one moment of the index: where it changes
        /// between two pages, the second may repeat or leave out a hit near the border. Whoever needs every hit once
        /// takes another order. The answer then has the note [SearchResult.Note#INDEX_CHANGED].
        RELEVANCE,
        /// Last modified first.
        NEWEST,
        /// Most downloaded first.
        DOWNLOADS,
        /// By title in the reader's language; Chinese by strokes.
        TITLE
    }

    /// @throws IllegalArgumentException if the size is not between 1 and [#MAX_SIZE]
    public SearchQuery {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_SIZE + " hits");
        }
        var kept = new EnumMap<Facet, Set<String>>(Facet.class);
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, Set.copyOf(values));
            }
        });
        filters = Collections.unmodifiableMap(kept);
    }

    /// A question without regard to series.
    public SearchQuery(
            String text,
            Map<Facet, Set<String>> filters,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Sort sort,
            int size,
            Optional<String> after,
            boolean facets,
            String language) {
        this(text, filters, from, to, sort, size, after, facets, language, Optional.empty(), false, false);
    }

    /// The first page of twenty, with facet counts, for a Chinese reader.
    public static SearchQuery of(String text) {
        return new SearchQuery(
                text,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Sort.RELEVANCE,
                20,
                Optional.empty(),
                true,
                LangText.ZH);
    }

    /// The same question narrowed by these filters instead.
    public SearchQuery filters(Map<Facet, Set<String>> wanted) {
        return new SearchQuery(text, wanted, from, to, sort, size, after, facets, language, series, grouped, reasons);
    }

    /// The same question about datasets modified on these days, both included.
    public SearchQuery modified(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new SearchQuery(text, filters, first, last, sort, size, after, facets, language, series, grouped, reasons);
    }

    /// The same question in another order.
    public SearchQuery sort(Sort order) {
        return new SearchQuery(text, filters, from, to, order, size, after, facets, language, series, grouped, reasons);
    }

    /// The same question with pages of another size.
    public SearchQuery size(int hits) {
        return new SearchQuery(text, filters, from, to, sort, hits, after, facets, language, series, grouped, reasons);
    }

    /// The same question, continued after a page.
    public SearchQuery after(Optional<String> next) {
        return new SearchQuery(text, filters, from, to, sort, size, next, facets, language, series, grouped, reasons);
    }

    /// The same question with or without facet counts.
    public SearchQuery facets(boolean wanted) {
        return new SearchQuery(text, filters, from, to, sort, size, after, wanted, language, series, grouped, reasons);
    }

    /// The same question for a reader of another language.
    public SearchQuery language(String tag) {
        return new SearchQuery(text, filters, from, to, sort, size, after, facets, tag, series, grouped, reasons);
    }

    /// The same question within one series, or in all of them.
    public SearchQuery series(Optional<String> key) {
        return new SearchQuery(
                text, filters, from, to, sort, size, after, facets, language, key, grouped, reasons);
    }

    /// The same question with one hit for each series, or with a hit for each dataset.
    public SearchQuery grouped(boolean wanted) {
        return new SearchQuery(
                text, filters, from, to, sort, size, after, facets, language, series, wanted, reasons);
    }

    /// The same question with or without reasons.
    public SearchQuery reasons(boolean wanted) {
        return new SearchQuery(
                text, filters, from, to, sort, size, after, facets, language, series, grouped, wanted);
    }
}
