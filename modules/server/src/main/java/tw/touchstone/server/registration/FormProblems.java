package tw.touchstone.server.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// What is wrong with a form, and what is advised, by the input it is about. Not thread-safe.
final class FormProblems {

    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final Map<String, List<String>> advice = new LinkedHashMap<>();

    /// Notes an error; said twice about one input it stands once.
    void error(String field, String text) {
        add(errors, field, text);
    }

    void advise(String field, String text) {
        add(advice, field, text);
    }

    List<String> errors(String field) {
        return errors.getOrDefault(field, List.of());
    }

    List<String> advice(String field) {
        return advice.getOrDefault(field, List.of());
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void forEachError(BiConsumer<String, String> action) {
        errors.forEach((field, texts) -> texts.forEach(text -> action.accept(field, text)));
    }

    private static void add(Map<String, List<String>> texts, String field, String text) {
        var known = texts.computeIfAbsent(field, each -> new ArrayList<>());
        if (!known.contains(text)) {
            known.add(text);
        }
    }
}
