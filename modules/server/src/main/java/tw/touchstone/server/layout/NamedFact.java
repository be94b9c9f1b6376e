package tw.touchstone.server.layout;

import java.util.List;
import java.util.Optional;

/// One line of a list of facts.
///
/// @param key message that names it
/// @param url where the value leads; empty where it leads nowhere
public record NamedFact(String key, String value, String url) {

    /// The fact as the only member of a list; none where there is no value.
    public static List<NamedFact> of(String key, Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .map(text -> List.of(new NamedFact(key, text, "")))
                .orElse(List.of());
    }
}
