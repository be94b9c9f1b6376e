package tw.touchstone.catalog.mending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.exchange.json.DatasetJson;
import tw.touchstone.model.Dataset;

/// Finds what differs between two states of a dataset, property by property of its document.
final class FieldChanges {

    private static final JsonMapper JSON = JsonMapper.shared();

    private FieldChanges() {}

    /// In the order of the document.
    static List<FieldChange> between(Dataset before, Dataset after) {
        var earlier = properties(before);
        var later = properties(after);
        var all = new LinkedHashSet<>(earlier.keySet());
        all.addAll(later.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var field : all) {
            var was = Optional.ofNullable(earlier.get(field));
            var is = Optional.ofNullable(later.get(field));
            if (!was.equals(is)) {
                changes.add(new FieldChange(field, was, is));
            }
        }
        return changes;
    }

    private static Map<String, String> properties(Dataset dataset) {
        var properties = new LinkedHashMap<String, String>();
        collect("", JSON.readTree(DatasetJson.write(dataset)), properties);
        return properties;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(each -> collect(
                    path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), into);
            }
        } else {
            into.put(path, node.asString());
        }
    }
}
