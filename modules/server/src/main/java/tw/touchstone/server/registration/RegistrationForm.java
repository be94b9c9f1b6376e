package tw.touchstone.server.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/// A registration exactly as it was typed. Inputs of a distribution are named `{key}-{input}`, for example `d0-title`.
///
/// @param values every input with one value, by name
/// @param themes notations of the chosen themes
/// @param keys   of the distributions, in order
record RegistrationForm(Map<String, String> values, Set<String> themes, List<String> keys) {

    private static final int MOST_DISTRIBUTIONS = 50;

    RegistrationForm {
        values = Map.copyOf(values);
        themes = Set.copyOf(themes);
        keys = List.copyOf(keys);
    }

    static RegistrationForm read(MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((name, typed) -> {
            if (!typed.isEmpty() && typed.getFirst() != null) {
                values.put(name, typed.getFirst());
            }
        });
        var keys = parameters.getOrDefault("distribution", List.of()).stream()
                .filter(key -> key.matches("d[0-9]{1,4}"))
                .distinct()
                .limit(MOST_DISTRIBUTIONS)
                .toList();
        return new RegistrationForm(
                values, new LinkedHashSet<>(parameters.getOrDefault("theme", List.of())), keys);
    }

    /// What was typed, without surrounding blanks; empty where nothing was.
    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /// The same form with one value set.
    RegistrationForm with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new RegistrationForm(changed, themes, keys);
    }

    /// The same form with room for one distribution more, whose licence and language are those of the others.
    RegistrationForm withDistribution() {
        if (keys.size() >= MOST_DISTRIBUTIONS) {
            return this;
        }
        int next = keys.stream().mapToInt(key -> Integer.parseInt(key.substring(1))).max().orElse(-1) + 1;
        var more = new ArrayList<>(keys);
        more.add("d" + next);
        return new RegistrationForm(values, themes, more);
    }

    boolean isRemoved(String key) {
        return value(key + "-remove").equals("true");
    }
}
