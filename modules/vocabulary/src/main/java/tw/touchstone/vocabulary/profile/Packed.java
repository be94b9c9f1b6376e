package tw.touchstone.vocabulary.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Lists and pairs inside one literal: the few things a set of triples cannot say in a triple each.
final class Packed {

    private Packed() {}

    /// Space-separated items; `\` and space inside an item are escaped, an empty item is `\e`.
    static String join(List<String> items) {
        return items.stream()
                .map(item -> item.isEmpty() ? "\\e" : item.replace("\\", "\\\\").replace(" ", "\\s"))
                .collect(Collectors.joining(" "));
    }

    /// The items of [#join(List)].
    static List<String> split(String joined) {
        var items = new ArrayList<String>();
        for (var item : joined.split(" ", -1)) {
            items.add(unescaped(item));
        }
        return items;
    }

    private static String unescaped(String item) {
        var out = new StringBuilder(item.length());
        for (int at = 0; at < item.length(); at++) {
            char here = item.charAt(at);
            if (here != '\\' || at + 1 == item.length()) {
                out.append(here);
                continue;
            }
            char next = item.charAt(++at);
            switch (next) {
                case 's' -> out.append(' ');
                case 'e' -> {}
                default -> out.append(next);
            }
        }
        return out.toString();
    }

    /// `name=value`; `%` and `=` of the name are percent-encoded.
    static String pair(String name, String value) {
        return name.replace("%", "%25").replace("=", "%3D") + "=" + value;
    }

    /// The name of a [#pair(String, String)]; the whole text where there is no `=`.
    static String name(String pair) {
        int at = pair.indexOf('=');
        return (at < 0 ? pair : pair.substring(0, at)).replace("%3D", "=").replace("%25", "%");
    }

    /// The value of a [#pair(String, String)]; empty text where there is no `=`.
    static String value(String pair) {
        int at = pair.indexOf('=');
        return at < 0 ? "" : pair.substring(at + 1);
    }

    /// Where each item stands in the sorted set of the items; empty where the list is that set.
    static Optional<String> order(List<String> items) {
        var sorted = List.copyOf(new TreeSet<>(items));
        return sorted.equals(items)
                ? Optional.empty()
                : Optional.of(items.stream().map(item -> "" + sorted.indexOf(item)).collect(Collectors.joining(" ")));
    }

    /// Puts a set of items into an [#order(List)]; into natural order where that does not fit the set.
    static List<String> ordered(SortedSet<String> items, Optional<String> order) {
        var sorted = List.copyOf(items);
        if (order.isEmpty()) {
            return sorted;
        }
        var places = split(order.get());
        if (!places.stream().allMatch(place -> place.matches("[0-9]{1,6}"))) {
            return sorted;
        }
        var indexes = places.stream().map(Integer::valueOf).toList();
        boolean fits = indexes.stream().allMatch(index -> index < sorted.size())
                && new TreeSet<>(indexes).size() == sorted.size();
        return fits ? indexes.stream().map(sorted::get).toList() : sorted;
    }
}
