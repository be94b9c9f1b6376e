package tw.touchstone.inspection.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tw.touchstone.model.fact.TreeProfile;

/// Nodes that repeat in a tree, counted while it is read, so that the records can be chosen among them at the end.
final class RecordNodes {

    private static final int PATHS = 1_000;
    private static final int NAMES = 10_000;
    private static final int FIELDS = 10_000;

    /// One path on which nodes stand.
    static final class Node {
        final String path;
        final int depth;
        long count;
        long complex;
        /// Values without others inside, however deep below.
        long values;
        /// The most nodes seen below one parent.
        long mostTogether;
        final Map<String, Long> fields = new LinkedHashMap<>();

        Node(String path, int depth) {
            this.path = path;
            this.depth = depth;
        }

        void field(String name) {
            if (fields.size() < FIELDS || fields.containsKey(name)) {
                fields.merge(name, 1L, Long::sum);
            }
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final TreeSet<String> names = new TreeSet<>();

    /// A name as a step of a JSON Pointer. (RFC 6901, 3)
    static String step(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0 ? name : name.replace("~", "~0").replace("/", "~1");
    }

    /// The node at a path; null above the cap on paths.
    @Nullable Node at(String path, int depth) {
        var node = nodes.get(path);
        if (node == null && nodes.size() < PATHS) {
            node = new Node(path, depth);
            nodes.put(path, node);
        }
        return node;
    }

    void name(String name) {
        if (names.size() < NAMES) {
            names.add(name);
        }
    }

    List<Node> all() {
        return new ArrayList<>(nodes.values());
    }

    /// Every name so far, sorted.
    List<String> names() {
        return List.copyOf(names);
    }

    TreeProfile none() {
        return new TreeProfile("/", 0, List.of(), names(), List.of());
    }
}
