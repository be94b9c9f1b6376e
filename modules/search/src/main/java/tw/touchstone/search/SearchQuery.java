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
/// Any text is a valid one: `"…"` asks for the words exactly so, a leading `-` excludes, all else is literal. Only its
/// first [#MAX_TEXT] characters are read, and the answer then says so.
///
/// @param text     what the user typed; blank asks for everything
/// @param filters  wanted values by facet: any of the values of a facet, and every facet named
/// @param from     first day of modification, in Taipei
/// @param to       last day of modification, in Taipei, included
/// @param size     hits per page, 1 to [#MAX_SIZE]
/// @param after    the `next` of the page before; goes with the same text, filters, days and sort only
/// @param facets   whether facet counts are wanted
/// @param language the reader's language, for the snippet and for sorting by title
public record SearchQuery(
        String text,
        Map<Facet, Set<String>> filters,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Sort sort,
        int size,
        Optional<String> after,
        boolean facets,
        String language) {

    /// The most hits on one page.
    public static final int MAX_SIZE = 1_000;

    /// How many characters of a text are read.
    public static final int MAX_TEXT = 256;

    /// The order of the hits; equal ones stand in the order of their identifiers.
    public enum Sort {
        /// Best match first; without a text the newest first. Scores belong to one moment of the index: where it changes
        /// between two pages, the second may repeat or leave out a hit near the border. Whoever needs every hit once
        /// takes another order.
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
        return new SearchQuery(text, wanted, from, to, sort, size, after, facets, language);
    }

    /// The same question about datasets modified on these days, both included.
    public SearchQuery modified(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new SearchQuery(text, filters, first, last, sort, size, after, facets, language);
    }

    /// The same question in another order.
    public SearchQuery sort(Sort order) {
        return new SearchQuery(text, filters, from, to, order, size, after, facets, language);
    }

    /// The same question with pages of another size.
    public SearchQuery size(int hits) {
        return new SearchQuery(text, filters, from, to, sort, hits, after, facets, language);
    }

    /// The same question, continued after a page.
    public SearchQuery after(Optional<String> next) {
        return new SearchQuery(text, filters, from, to, sort, size, next, facets, language);
    }

    /// The same question with or without facet counts.
    public SearchQuery facets(boolean wanted) {
        return new SearchQuery(text, filters, from, to, sort, size, after, wanted, language);
    }

    /// The same question for a reader of another language.
    public SearchQuery language(String tag) {
        return new SearchQuery(text, filters, from, to, sort, size, after, facets, tag);
    }
}
