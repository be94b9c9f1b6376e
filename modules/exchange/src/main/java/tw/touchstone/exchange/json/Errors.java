package tw.touchstone.exchange.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.touchstone.model.LangText;

/// Collects the errors of one document, up to a number that a person would read.
final class Errors {

    private static final int MOST = 100;
    private static final int SHOWN = 100;

    private final List<FieldError> found = new ArrayList<>();

    void add(String path, int line, String zh, String en) {
        if (found.size() < MOST) {
            found.add(new FieldError(path, Optional.of(line), LangText.of(zh, en)));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// In document order.
    List<FieldError> found() {
        return found.stream()
                .sorted(Comparator.comparing(error -> error.line().orElse(0)))
                .toList();
    }

    /// A value within a message, cut.
    static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
