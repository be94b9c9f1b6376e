package tw.touchstone.exchange.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list cell of URLs, taken apart at the separator; what the separator tore apart inside a URL is joined again.
///
/// @param urls   in order
/// @param pieces how many pieces the separator made
record UrlList(List<Url> urls, int pieces) {

    /// @param text   verbatim
    /// @param first  number of its first piece, from 0
    /// @param pieces of how many pieces it is made
    record Url(String text, int first, int pieces) {}

    /// Joins every piece without a scheme to the URL before it; a blank piece stands alone unless it lies between.
    static UrlList read(String cell, char separator) {
        if (cell.isBlank()) {
            return new UrlList(List.of(), 0);
        }
        var pieces = split(cell, separator);
        var urls = new ArrayList<Url>();
        int at = 0;
        while (at < pieces.size()) {
            int end = endOfUrl(pieces, at);
            var text = String.join(String.valueOf(separator), pieces.subList(at, end));
            urls.add(new Url(text, at, end - at));
            at = end;
        }
        return new UrlList(urls, pieces.size());
    }

    private static int endOfUrl(List<String> pieces, int at) {
        int end = at + 1;
        if (pieces.get(at).isBlank()) {
            return end;
        }
        for (int next = end; next < pieces.size() && !DeclaredUrl.begins(pieces.get(next)); next++) {
            if (!pieces.get(next).isBlank()) {
                end = next + 1;
            }
        }
        return end;
    }

    /// The values of a list cell that runs in parallel to these URLs.
    ///
    /// @param values  one for each URL, blank where none is known
    /// @param problem why the lists do not agree
    record Parallel(List<String> values, Optional<String> problem) {
        boolean known() {
            return values.stream().anyMatch(value -> !value.isBlank());
        }
    }

    /// Matches a list of the same length, or of the length before pieces were joined; otherwise only a value that
    /// all share is applied.
    Parallel parallel(String cell, char separator) {
        var values = split(cell, separator).stream().map(UrlList::trimmed).toList();
        var told = values.stream().filter(value -> !value.isEmpty()).toList();
        if (told.isEmpty()) {
            return new Parallel(urls.stream().map(url -> "").toList(), Optional.empty());
        }
        if (values.size() == urls.size()) {
            return new Parallel(values, Optional.empty());
        }
        if (values.size() == pieces) {
            return new Parallel(urls.stream().map(url -> values.get(url.first)).toList(), Optional.empty());
        }
        var lengths = "%d values for %d URLs".formatted(values.size(), urls.size());
        int last = values.lastIndexOf(told.getLast()) + 1;
        if (last == urls.size()) {
            return new Parallel(values.subList(0, last), Optional.empty());
        }
        if (told.size() == urls.size()) {
            return new Parallel(told, Optional.of(lengths + ", applied without the empty ones"));
        }
        boolean same = told.stream().distinct().count() == 1;
        var shared = same ? told.getFirst() : "";
        return new Parallel(
                urls.stream().map(url -> shared).toList(),
                Optional.of(lengths + (same ? ", all the same and applied to each" : ", not applied")));
    }

    private static String trimmed(String value) {
        var text = value.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
    }

    static List<String> split(String cell, char separator) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int at = cell.indexOf(separator); at >= 0; at = cell.indexOf(separator, from)) {
            pieces.add(cell.substring(from, at));
            from = at + 1;
        }
        pieces.add(cell.substring(from));
        return pieces;
    }
}
