package tw.touchstone.server.finding;

import java.util.List;

/// What the search page shows.
///
/// @param kept             what the search box sends along besides its text
/// @param keptWithoutDates what the form of the days sends along
/// @param withoutFilters   address of the search without any filter
/// @param nearestOnly      whether nothing has every word
/// @param textCut          whether only the beginning of the text was read
/// @param changed          whether the index has changed since the page before
/// @param rebuilding       whether the index is being built anew and the one before answered
/// @param meant            what may have been meant, as one link; empty where nothing is known
/// @param whyUrl           address of the same search with or without reasons; empty where the order is not by relevance
/// @param why              whether reasons are shown
/// @param staleCursor      whether the page asked for is none of this list, and the first is shown
/// @param wider            the same search with one filter less, where that finds something
/// @param next             address of the next page; empty on the last
record SearchPage(
        String text,
        List<SearchParameters.Parameter> kept,
        List<SearchParameters.Parameter> keptWithoutDates,
        String from,
        String to,
        boolean fromWrong,
        boolean toWrong,
        List<Chip> chips,
        String withoutFilters,
        List<FacetView> facets,
        List<SortView> sorts,
        String total,
        boolean nearestOnly,
        boolean textCut,
        boolean changed,
        boolean rebuilding,
        List<Meant> meant,
        String whyUrl,
        boolean why,
        boolean staleCursor,
        List<DatasetCard> cards,
        List<Wider> wider,
        String next) {

    /// A text that may have been meant.
    record Meant(String text, String url) {}

    /// A filter in use.
    ///
    /// @param url address of the search without it
    record Chip(String facet, String name, String url) {}

    /// A facet with its values.
    ///
    /// @param more the values that are folded away
    record FacetView(String name, List<ValueView> first, List<ValueView> more) {}

    /// A value of a facet.
    ///
    /// @param url address of the search with it, or without it where it is chosen
    record ValueView(String name, String count, boolean chosen, String url) {}

    /// An order of the list.
    record SortView(String name, boolean current, String url) {}

    /// A way to find more.
    record Wider(String name, String count, String url) {}
}
