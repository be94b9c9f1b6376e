package tw.touchstone.catalog.versions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What became another from one version of a dataset's metadata to a later one, value by value.
///
/// Distributions and fields are compared with those of the same number or name, wherever they stand.
///
/// @param changes by place
public record MetadataDifference(List<Change> changes) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public MetadataDifference {
        changes = List.copyOf(changes);
    }

    /// One value.
    ///
    /// @param place  names of properties with `/` between them, those of lists by identifier or name
    /// @param before empty where it came
    /// @param after  empty where it went
    public record Change(String place, Optional<String> before, Optional<String> after) {}

    /// Compares two documents of [Versions#document].
    public static MetadataDifference between(byte[] before, byte[] after) {
        var old = values(before);
        var fresh = values(after);
        var places = new TreeSet<>(old.keySet());
        places.addAll(fresh.keySet());
        var changes = new ArrayList<Change>();
        for (var place : places) {
            var was = Optional.ofNullable(old.get(place));
            var is = Optional.ofNullable(fresh.get(place));
            if (!was.equals(is)) {
                changes.add(new Change(place, was, is));
            }
        }
        return new MetadataDifference(changes);
    }

    private static SortedMap<String, String> values(byte[] document) {
        var values = new TreeMap<String, String>();
        collect("", MAPPER.readTree(new String(document, StandardCharsets.UTF_8)), values);
        return values;
    }

    private static void collect(String place, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(each -> collect(under(place, each.getKey()), each.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(under(place, name(node.get(i), i)), node.get(i), values);
            }
        } else {
            values.put(place, node.asString());
        }
    }

    private static String under(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    /// Plain values are named by themselves, so that one more in a list is one more and not all others moved.
    private static String name(JsonNode element, int place) {
        if (element.isValueNode()) {
            return element.asString();
        }
        for (var key : List.of("id", "name")) {
            if (element.path(key).isString()) {
                return element.path(key).asString();
            }
        }
        return String.valueOf(place + 1);
    }
}
