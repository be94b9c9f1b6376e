package tw.touchstone.server.ckan;

import java.util.Locale;
import tw.touchstone.search.Selection;

/// The order that a `sort` asks for, such as `score desc, metadata_modified desc`. Of several keys the first decides;
/// ties
/// are always broken by identifier.
///
/// @param backwards whether the greatest come first
record Sorting(Selection.Order order, boolean backwards) {

    /// @param hasWords whether anything was asked that a dataset can match better or worse
    /// @throws Refusal for an order there is not
    static Sorting read(String sort, boolean hasWords) {
        if (sort.isBlank() || sort.strip().equalsIgnoreCase("none")) {
            return new Sorting(Selection.Order.RELEVANCE, true);
        }
        Sorting first = null;
        for (var key : sort.split(",", -1)) {
            var read = key(key.strip());
            boolean counts = read.order() != Selection.Order.RELEVANCE || hasWords;
            if (first == null && counts) {
                first = read;
            }
        }
        return first == null ? new Sorting(Selection.Order.RELEVANCE, true) : first;
    }

    private static Sorting key(String key) {
        var words = key.split("\\s+", -1);
        var direction = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "asc";
        var order = switch (words[0]) {
            case "score" -> Selection.Order.RELEVANCE;
            case "id", "name" -> Selection.Order.IDENTIFIER;
            case "title", "title_string" -> Selection.Order.TITLE;
            case "metadata_modified" -> Selection.Order.CHANGED;
            case "metadata_created" -> Selection.Order.REGISTERED;
            default -> throw wrong(key);
        };
        if (words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
            throw wrong(key);
        }
        return new Sorting(order, direction.equals("desc"));
    }

    private static Refusal wrong(String key) {
        return Refusal.query(
                "there is no order '" + key.substring(0, Math.min(key.length(), 60))
                        + "'; known are score, name, id, title_string, metadata_modified and metadata_created, "
                        + "each asc or desc");
    }
}
